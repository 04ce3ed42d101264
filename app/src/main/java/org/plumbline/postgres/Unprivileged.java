package org.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run a program that refuses to run as root.
 *
 * @param prefix words put before the command; each of these programs replaces itself by the next, so the process that
 *     is started is the server itself
 * @param user numeric user the server runs as when that differs from ours, otherwise our own
 */
record Unprivileged(List<String> prefix, int user) {
    private static final int ROOT = 0;
    /** "nobody" by convention on Linux; initdb wants a user that has a name. */
    private static final int NOBODY = 65534;

    Unprivileged {
        prefix = List.copyOf(prefix);
    }

    /** Chooses for this process and folder: a folder once given to another user stays with that user. */
    static Unprivileged forFolder(Path folder) {
        int self = owner(Path.of("/proc/self"));
        if (self != ROOT) {
            return new Unprivileged(List.of(), self);
        }
        int owner = owner(folder);
        if (owner == ROOT && ShellCommand.run(List.of("unshare", "-U", "true")).succeeded()) {
            return new Unprivileged(List.of("unshare", "-U"), ROOT);
        }
        return as(owner == ROOT ? NOBODY : owner);
    }

    /** Gives up root for another user; the folder must then be theirs. */
    static Unprivileged as(int user) {
        List<String> setpriv = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
        if (ShellCommand.run(with(setpriv, List.of("true"))).succeeded()) {
            return new Unprivileged(setpriv, user);
        }
        List<String> runuser = List.of("runuser", "-u", nameOf(user), "--");
        if (ShellCommand.run(with(runuser, List.of("true"))).succeeded()) {
            return new Unprivileged(runuser, user);
        }
        throw new PostgresFailure(
                "PostgreSQL refuses to run as root, and neither unshare, setpriv nor runuser works here:"
                        + " start Plumbline as an ordinary user");
    }

    List<String> command(List<String> words) {
        return with(prefix, words);
    }

    /** Makes the path readable and writable for the server; nothing to do unless it runs as another user. */
    void own(Path path) {
        if (user == owner(path)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path each : inside.toList()) {
                Files.setAttribute(each, "unix:uid", user);
                Files.setAttribute(each, "unix:gid", user);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + path + " cannot be given to user " + user, cause);
        }
    }

    private static int owner(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException cause) {
            throw new UncheckedIOException("The owner of " + path + " cannot be read", cause);
        }
    }

    private static String nameOf(int user) {
        return ShellCommand.run(List.of("id", "-nu", Integer.toString(user))).output();
    }

    private static List<String> with(List<String> prefix, List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }
}
