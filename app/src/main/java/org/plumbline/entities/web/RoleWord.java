package org.plumbline.entities.web;

import org.plumbline.cases.Subject;
import org.plumbline.site.Texts;

/**
 * The role of a data subject as a letter block and a word.
 *
 * @param letter its letter
 * @param word its word
 */
public record RoleWord(String letter, String word) {
    static RoleWord of(Subject.Role role, Texts texts) {
        return new RoleWord(
                texts.say("entities.role." + role.code() + ".letter"), texts.say("entities.role." + role.code()));
    }
}
