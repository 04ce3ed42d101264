/** Pages and API of oversight. */
@NullMarked
package org.plumbline.oversight.web;

import org.jspecify.annotations.NullMarked;
