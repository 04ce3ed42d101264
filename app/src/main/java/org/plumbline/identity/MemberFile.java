package org.plumbline.identity;

import java.util.List;
import java.util.Optional;

/**
 * What an administrator sees of a member: no content of cases, no secret.
 *
 * @param left who ended the membership, when and why; absent while they are a member
 * @param roles the history of their roles, latest first
 * @param sessions in how many browsers they are signed in
 * @param tokens their API tokens that still work
 * @param recoveries latest first
 */
public record MemberFile(
        Member member,
        Optional<Step> left,
        List<RoleRecord> roles,
        int sessions,
        List<Token> tokens,
        List<Recovery> recoveries) {
    public MemberFile {
        roles = List.copyOf(roles);
        tokens = List.copyOf(tokens);
        recoveries = List.copyOf(recoveries);
    }
}
