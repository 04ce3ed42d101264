/**
 * Mail that leaves Plumbline: the server that the settings name, plain letters without content of cases, what became of
 * each, and the test message an administrator sends.
 */
@ApplicationModule(allowedDependencies = {"kernel", "settings", "watching"})
@NullMarked
package org.plumbline.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
