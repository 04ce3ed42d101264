/** Rules of stock-takes: what differs, and what custodians are told. */
@NullMarked
package org.plumbline.custody.stock;

import org.jspecify.annotations.NullMarked;
