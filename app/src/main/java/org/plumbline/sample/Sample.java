package org.plumbline.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.plumbline.identity.Enrolment;
import org.plumbline.identity.Member;
import org.plumbline.identity.SignIn;
import org.plumbline.identity.ways.SiteAddress;
import org.plumbline.kernel.Acting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Loads the sample cases once, and prints the ways in at every start of the demonstration. */
@Component
@ConditionalOnProperty(name = "plumbline.demo", havingValue = "true")
class Sample implements ApplicationListener<ApplicationReadyEvent> {
    private final SamplePeople people;
    private final SampleCases cases;
    private final Enrolment enrolment;
    private final SignIn signIn;
    private final SiteAddress address;

    Sample(SamplePeople people, SampleCases cases, Enrolment enrolment, SignIn signIn, SiteAddress address) {
        this.people = people;
        this.cases = cases;
        this.enrolment = enrolment;
        this.signIn = signIn;
        this.address = address;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Map<String, Member> members = people.enrol();
        Acting investigator = acting(members, "investigator");
        Acting.as(investigator, () -> {
            cases.loadOnce(members);
            return true;
        });
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            print(members, web.getWebServer().getPort());
        }
    }

    private Acting acting(Map<String, Member> members, String role) {
        return signIn.acting(of(members, role).id(), "sample", Acting.Channel.COMMAND)
                .orElseThrow();
    }

    static Member of(Map<String, Member> members, String role) {
        return java.util.Objects.requireNonNull(members.get(role), role);
    }

    private void print(Map<String, Member> members, int port) {
        String origin = address.set().orElse("http://localhost:" + port);
        var lines = new java.util.ArrayList<String>(List.of("", "Plumbline demonstration: " + origin, ""));
        members.forEach((role, member) -> lines.add(String.format(
                java.util.Locale.ROOT,
                "  %-21s %-22s %s/sign-in/%s",
                role,
                member.name(),
                origin,
                enrolment.demoLink(member.id()))));
        lines.add("");
        lines.add("  token of the investigator, for ./plumbline ingest (a week):");
        lines.add("  PLUMBLINE_TOKEN="
                + enrolment.token(of(members, "investigator").id(), "demonstration", true, Duration.ofDays(7)));
        lines.add("");
        lines.forEach(System.out::println);
        System.out.flush();
    }
}
