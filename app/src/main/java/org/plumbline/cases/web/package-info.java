/** Pages and API of case files. */
@NullMarked
package org.plumbline.cases.web;

import org.jspecify.annotations.NullMarked;
