package org.plumbline.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.NamesInCase.Name;
import org.plumbline.search.index.QueryNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names that a case knows: those of its subjects and of what later modules know of it. */
@Component
public class KnownNames {
    private final Subjects subjects;
    private final ObjectProvider<NamesInCase> more;

    KnownNames(Subjects subjects, ObjectProvider<NamesInCase> more) {
        this.subjects = subjects;
        this.more = more;
    }

    /** Of a case; called inside an act of the acting person. */
    public List<Name> of(CaseId caseId) {
        var all = new ArrayList<Name>();
        for (Subject each : subjects.list(caseId)) {
            all.add(new Name(each.name(), each.kind() == Subject.Kind.PERSON, Optional.of(each.id())));
        }
        more.forEach(port -> all.addAll(port.of(caseId)));
        return all;
    }

    /** Words of names that nobody but a person bears are told apart from these: the words of all other names. */
    public static Set<String> wordsOfOthers(List<Name> known) {
        var words = new HashSet<String>();
        known.stream().filter(name -> !name.person()).forEach(name -> words.addAll(QueryNames.words(name.text())));
        return words;
    }

    /** "Mara Quill" and "Quill, Mara" are of the family Quill. */
    public static Stream<String> family(String name) {
        int comma = name.indexOf(',');
        List<String> words = QueryNames.words(comma > 0 ? name.substring(0, comma) : name);
        return comma > 0 || words.isEmpty() ? words.stream() : Stream.of(words.getLast());
    }
}
