package org.plumbline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The first administrator and the first overseer come from the data folder; after that a second person confirms. */
class BootstrapTest extends ApplicationTest {
    @Autowired
    private FolderHolder holder;

    @Autowired
    private MemberRoles roles;

    @Autowired
    private Members members;

    private String office;
    private Member ada;
    private Member oda;

    @BeforeEach
    void firstTwo() {
        office = "Quay Board " + UUID.randomUUID();
        ada = enrol("Ada Finch", "administrator").member();
        oda = enrol("Oda Pell", "overseer").member();
    }

    @Test
    void theFirstAdministratorAndTheFirstOverseerHoldTheirRoleAtOnceAndItIsNoted() {
        assertThat(held(ada)).containsExactly(Role.ADMINISTRATOR);
        assertThat(held(oda)).containsExactly(Role.OVERSEER);
        assertThat(api(oda).get("/api/v1/trail?kind=act").body()).contains("identity.bootstrap");
    }

    @Test
    void aSecondOverseerWaitsForAMemberWhoConfirms() {
        Staff.Enrolled second = enrol("Ilo Wren", "overseer");

        assertThat(second.waiting()).containsExactly(Role.OVERSEER);
        assertThat(held(second.member())).isEmpty();
        UUID waiting = as(ada, roles::waiting).getFirst().id();
        as(ada, () -> roles.confirm(waiting));
        assertThat(held(second.member())).containsExactly(Role.OVERSEER);
    }

    @Test
    void anInvestigatorWaitsEvenAsTheFirstOfTheirKind() {
        Staff.Enrolled mara = enrol("Mara Quill", "investigator");

        assertThat(held(mara.member())).isEmpty();
        UUID waiting = as(oda, roles::waiting).getFirst().id();
        as(oda, () -> roles.confirm(waiting));
        assertThat(held(mara.member())).containsExactly(Role.INVESTIGATOR);
    }

    @Test
    void anotherRoleIsHeldAtOnce() {
        assertThat(enrol("Sol Vance", "supervisor").member().roles()).containsExactly(Role.SUPERVISOR);
    }

    @Test
    void aLinkForAMemberIsRefused() {
        assertThatThrownBy(() -> enrol("Ada Finch", "supervisor"))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("member-exists"));
    }

    private Staff.Enrolled enrol(String name, String role) {
        return holder.enrol(office, name, role, ZoneId.of("Europe/Lisbon"));
    }

    private java.util.Set<Role> held(Member member) {
        return members.find(member.id()).orElseThrow().roles();
    }

    private <T> T as(Member member, Supplier<T> body) {
        return Acting.as(acting(member), body);
    }
}
