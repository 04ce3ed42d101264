package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.administration.web.MemberActPage.Act;
import org.plumbline.identity.Departures;
import org.plumbline.identity.Member;
import org.plumbline.identity.MemberFile;
import org.plumbline.identity.Staff;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the pages that ask what exactly is to be done to a member. */
@Component
class MemberForms {
    private final Staff staff;
    private final Departures departures;

    MemberForms(Staff staff, Departures departures) {
        this.staff = staff;
        this.departures = departures;
    }

    /** Refused for a member who has left, and for oneself: there is nothing that could be done. */
    ModelAndView of(UUID memberId, Act act, String about, Form form, HttpServletRequest request) {
        MemberFile file = staff.readToAct(new MemberId(memberId));
        Member member = file.member();
        List<Member> colleagues = act == Act.LEAVING
                ? staff.list().stream()
                        .filter(m -> !m.id().equals(member.id()) && worksOnCases(m))
                        .toList()
                : List.of();
        request.setAttribute(FrameFactory.PLACE, "admin");
        return new ModelAndView(
                "administration/act",
                Map.of("page", new MemberActPage(file, act, about, count(act, file), colleagues, form)));
    }

    private int count(Act act, MemberFile file) {
        return switch (act) {
            case SESSIONS -> file.sessions();
            case TOKENS -> file.tokens().size();
            case LEAVING -> departures.waiting(file.member().id());
            case GIVE, END, RECOVERY -> 0;
        };
    }

    private static boolean worksOnCases(Member member) {
        return member.roles().stream().anyMatch(role -> role != Role.OVERSEER && role != Role.ADMINISTRATOR);
    }
}
