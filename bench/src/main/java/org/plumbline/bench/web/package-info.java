/** Pages under load, each beside a static page of the same size from the same server. */
@NullMarked
package org.plumbline.bench.web;

import org.jspecify.annotations.NullMarked;
