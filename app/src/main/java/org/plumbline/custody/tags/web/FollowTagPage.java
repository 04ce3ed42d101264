package org.plumbline.custody.tags.web;

import org.plumbline.site.Form;

/**
 * Where a tag is scanned or its code typed.
 *
 * @param unknown whether the code just given leads nowhere for this reader
 */
public record FollowTagPage(Form form, boolean unknown) {}
