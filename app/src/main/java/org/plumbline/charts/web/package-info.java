/** Pages and addresses of link charts: what the templates are given, and the words they use. */
@NullMarked
package org.plumbline.charts.web;

import org.jspecify.annotations.NullMarked;
