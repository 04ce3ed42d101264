/** What an administrator does in pages: members and their enrolment; and each person's own API tokens. */
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "access", "audit", "site", "site :: web", "cases", "cases :: web"})
@NullMarked
package org.plumbline.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
