/** Pages and API of cases, walked from outside. */
@NullMarked
package org.plumbline.cases.web;

import org.jspecify.annotations.NullMarked;
