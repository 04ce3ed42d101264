/** Pages and API of stock-takes. */
@NullMarked
package org.plumbline.custody.stock.web;

import org.jspecify.annotations.NullMarked;
