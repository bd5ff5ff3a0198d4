package io.laguna.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The TCP ports that a process listens on, from Linux's /proc. */
final class ListeningSockets {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    /** Returns local addresses as /proc/net/tcp writes them: hexadecimal address, colon, port. */
    static List<String> of(ProcessHandle process) {
        Set<String> sockets = sockets(process);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream().skip(1))
                .map(line -> List.of(SPACES.split(line.strip(), -1)))
                .filter(fields -> fields.get(3).equals(LISTEN) && sockets.contains("socket:[" + fields.get(9) + "]"))
                .map(fields -> fields.get(1))
                .toList();
    }

    private static Set<String> sockets(ProcessHandle process) {
        Set<String> links = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (Path descriptor : descriptors.toList()) {
                links.add(Files.readSymbolicLink(descriptor).toString());
            }
        } catch (IOException e) {
            // The process or its descriptor has gone meanwhile: it listens no more.
            return links;
        }
        return links;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
