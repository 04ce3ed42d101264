package org.plumbline.custody.tags.web;

import org.plumbline.site.web.QrCode;

/**
 * A tag as it is printed.
 *
 * @param picture the short address of what it is stuck on
 * @param code the same in letters, in groups
 * @param number what people call the thing: the number of the exhibit, or the code of the place
 * @param line what stands below: the number of the case, or the name of the place
 */
public record PrintedTag(QrCode picture, String code, String number, String line) {}
