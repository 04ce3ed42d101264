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
 * @param placements in which units they were, latest first
 */
public record MemberFile(
        Member member,
        Optional<Step> left,
        List<RoleRecord> roles,
        int sessions,
        List<Token> tokens,
        List<Recovery> recoveries,
        List<Placement> placements) {
    public MemberFile {
        roles = List.copyOf(roles);
        tokens = List.copyOf(tokens);
        recoveries = List.copyOf(recoveries);
        placements = List.copyOf(placements);
    }

    /** The unit they are in now. */
    public Optional<java.util.UUID> unit() {
        return placements.stream().findFirst().flatMap(Placement::unit);
    }
}
