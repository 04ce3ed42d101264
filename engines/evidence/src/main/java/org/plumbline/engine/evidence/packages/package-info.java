/** Evidence packages: where what lies in them (docs/formats/package.md), for whoever writes and whoever checks them. */
@NullMarked
package org.plumbline.engine.evidence.packages;

import org.jspecify.annotations.NullMarked;
