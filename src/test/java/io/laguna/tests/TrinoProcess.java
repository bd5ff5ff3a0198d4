package io.laguna.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The process in which Athena's queries run. */
final class TrinoProcess {
    /** A query that would take hours. */
    static final String LONG_QUERY =
            "SELECT count(*) FROM tpch.sf1.lineitem a, tpch.sf1.lineitem b WHERE a.orderkey + b.orderkey < 0";

    private TrinoProcess() {}

    /** Returns the Trino that a process has started, itself or through another. */
    static Optional<ProcessHandle> below(ProcessHandle process) {
        return process.descendants()
                .filter(child -> commandLine(child).contains("io.laguna.engines.trino.TrinoServer"))
                .findFirst();
    }

    /** Returns the command line from Linux's /proc: Java shows none that is so long. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            // The process has ended meanwhile.
            return "";
        }
    }
}
