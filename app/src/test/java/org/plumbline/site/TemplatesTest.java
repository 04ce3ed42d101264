package org.plumbline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the templates of all modules as text. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*)<");
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\b(title|placeholder|aria-label|alt|data-confirm)=\"([^\"]*)\"");
    private static final Pattern STYLE = Pattern.compile("<[a-z][^<>]*\\sstyle=|<style\\b");
    private static final Pattern HANDLER = Pattern.compile("<[a-z][^<>]*\\son[a-z]+=");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script\\b(?![^>]*\\bsrc=)(?![^>]*importmap)");

    @Test
    void noTemplateHoldsTextThatAPersonReads() {
        assertThat(findings(TemplatesTest::literalText)).isEmpty();
    }

    @Test
    void noTemplateHoldsStylesScriptsOrHandlers() {
        assertThat(findings(source -> Stream.of(STYLE, HANDLER, INLINE_SCRIPT)
                        .flatMap(pattern -> pattern.matcher(source).results().map(found -> found.group()))
                        .toList()))
                .isEmpty();
    }

    @Test
    void unescapedOutputIsTheImportMapAlone() {
        assertThat(findings(source -> Pattern.compile("\\$unsafe\\{[^}]*}")
                        .matcher(source)
                        .results()
                        .map(found -> found.group())
                        .toList()))
                .containsExactly("site/shell/head.jte: $unsafe{frame.importMap()}");
    }

    @Test
    void everyPostedFormCarriesItsToken() {
        assertThat(findings(
                        source -> Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>\\s*(?!\\s*@template.site.csrf)")
                                .matcher(source)
                                .results()
                                .map(found -> found.group())
                                .toList()))
                .isEmpty();
    }

    @Test
    void literalTextIsFound() {
        assertThat(literalText("<p>Hello ${name}</p>")).containsExactly("Hello");
        assertThat(literalText("<input placeholder=\"Search all\">")).containsExactly("Search all");
        assertThat(literalText(
                        "<p title=\"${x.say(\"a.b\")}\">${x.say(\"key\", \"n\", 3)}</p>@if(a > b)<b>7</b>@endif"))
                .isEmpty();
    }

    private static List<String> literalText(String template) {
        String source = withoutCode(template);
        var found = new ArrayList<String>();
        TEXT.matcher(source).results().map(text -> text.group(1).strip()).forEach(found::add);
        READ_ATTRIBUTE.matcher(source).results().map(text -> text.group(2)).forEach(found::add);
        return found.stream().filter(text -> LETTERS.matcher(text).find()).toList();
    }

    /** The template without comments, parameters, expressions and control: what is left is sent as it stands. */
    private static String withoutCode(String template) {
        String source = template.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^@(import|param).*$", "");
        var left = new StringBuilder();
        for (int at = 0; at < source.length(); at++) {
            if (source.startsWith("${", at) || source.startsWith("$unsafe{", at) || source.startsWith("!{", at)) {
                at = closing(source, source.indexOf('{', at));
            } else if (source.charAt(at) == '@') {
                at = afterDirective(source, at, left);
            } else if (source.charAt(at) != '`') {
                left.append(source.charAt(at));
            }
        }
        return ">" + left + "<";
    }

    private static int afterDirective(String source, int at, StringBuilder left) {
        if (source.startsWith("@`", at)) {
            return at + 1;
        }
        int end = at + 1;
        while (end < source.length()
                && (Character.isLetterOrDigit(source.charAt(end)) || "._-".indexOf(source.charAt(end)) >= 0)) {
            end++;
        }
        if (end >= source.length() || source.charAt(end) != '(') {
            return end - 1;
        }
        int close = closing(source, end);
        String arguments = source.substring(end + 1, close);
        contentBlocks(arguments)
                .forEach(block -> left.append('>').append(withoutCode(block)).append('<'));
        return close;
    }

    /** Content blocks among the arguments of a call are templates again. */
    private static List<String> contentBlocks(String arguments) {
        var blocks = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < arguments.length(); at++) {
            if (arguments.startsWith("@`", at)) {
                from = depth++ == 0 ? at + 2 : from;
                at++;
            } else if (arguments.charAt(at) == '`' && --depth == 0) {
                blocks.add(arguments.substring(from, at));
            }
        }
        return blocks;
    }

    private static int closing(String source, int open) {
        char opens = source.charAt(open);
        char closes = opens == '(' ? ')' : '}';
        int depth = 0;
        for (int at = open; at < source.length(); at++) {
            char here = source.charAt(at);
            depth += here == opens ? 1 : here == closes ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return source.length() - 1;
    }

    private static List<String> findings(java.util.function.Function<String, List<String>> rule) {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .flatMap(file ->
                            rule.apply(read(file)).stream().map(finding -> TEMPLATES.relativize(file) + ": " + finding))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
