/**
 * Tags of exhibits and storage places: a random code, printed as a QR code and in letters, and the way from it back.
 */
@NullMarked
package org.plumbline.custody.tags;

import org.jspecify.annotations.NullMarked;
