package org.plumbline.cases;

import java.time.LocalDate;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * What a case, a journal entry or a task says, for the search index.
 *
 * @param day the day lists sort it by: opened, happened, due
 * @param author who wrote it, leads it, or has it to do
 */
public record CaseText(Ref ref, Stamp stamp, String title, String body, LocalDate day, MemberId author) {}
