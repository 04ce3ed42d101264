/** Pages and API of reports. */
@NullMarked
package org.plumbline.reports.web;

import org.jspecify.annotations.NullMarked;
