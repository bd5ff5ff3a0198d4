package io.laguna.emulator.redshift.system;

import io.laguna.emulator.kit.work.Worker;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.order.Journal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history of a cluster's statements, which its system views show. Statements are kept in memory for a moment and
 * written together, in the database in which they have run, so that no statement waits for its entry. Before a statement
 * that asks the history it is written whole.
 */
public final class History implements Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final Duration GATHERING = Duration.ofMillis(300);
    /** Numbers are taken by the block: those of a process that is killed are not given again. */
    private static final int BLOCK = 1000;

    private final Function<String, DatabaseAccess> administrator;
    private final Map<String, Map<Long, Logged>> unwritten = new HashMap<>();
    private final Map<String, Map<String, Visit>> visits = new HashMap<>();
    private final Set<String> tidied = new HashSet<>();
    private final Worker writing = new Worker("redshift-history", Worker.UNTIL_WOKEN, this::turn);
    private long next;
    private long first;
    private boolean started;
    private boolean gathering;
    /** Whether the present turn of the worker comes after a time in which statements have gathered. */
    private boolean gathered;

    private History(Function<String, DatabaseAccess> administrator) {
        this.administrator = administrator;
    }

    /**
     * Returns the history of a cluster, which costs nothing before the first statement.
     *
     * @param administrator a database of the cluster as Laguna's own superuser
     */
    public static History of(Function<String, DatabaseAccess> administrator) {
        return new History(administrator);
    }

    @Override
    public Pages open(String role, String database, int processId) {
        return new SessionPages(this, new Logged.Who(role, database, processId));
    }

    /** Returns the number of a new statement. */
    synchronized long number() {
        if (next % BLOCK == 0) {
            next = reserve();
            if (first == 0) {
                first = next;
            }
        }
        return next++;
    }

    /** Returns the first number of a block, from the sequence that all processes share; numbers begin anew without it. */
    private long reserve() {
        DatabaseAccess database = administrator.apply("postgres");
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT nextval('laguna.query_ids')")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The history of a Redshift cluster has no numbers: " + e.getMessage(), e);
        }
    }

    /** Keeps a statement, to be written soon. */
    synchronized void keep(Logged statement) {
        unwritten
                .computeIfAbsent(statement.who().database(), database -> new LinkedHashMap<>())
                .put(statement.query(), statement);
        wake();
    }

    /** Keeps a session that has begun or ended, to be written soon. */
    synchronized void keep(Visit visit) {
        visits.computeIfAbsent(visit.who().database(), database -> new LinkedHashMap<>())
                .put(visit.session(), visit);
        wake();
    }

    private void wake() {
        if (!started) {
            started = true;
            writing.start();
        }
        if (!gathering) {
            gathering = true;
            writing.wake();
        }
    }

    /** Forgets a statement that has not been run after all, if it is not written yet. */
    synchronized void drop(Logged statement) {
        Optional.ofNullable(unwritten.get(statement.who().database())).ifPresent(all -> all.remove(statement.query()));
    }

    private Optional<Duration> turn() {
        if (!gathered) {
            gathered = true;
            return Optional.of(GATHERING);
        }
        gathered = false;
        writeAll();
        return Optional.of(Worker.UNTIL_WOKEN);
    }

    private void writeAll() {
        for (String database : databases()) {
            write(database);
        }
    }

    private synchronized List<String> databases() {
        gathering = false;
        Set<String> all = new LinkedHashSet<>(unwritten.keySet());
        all.addAll(visits.keySet());
        return List.copyOf(all);
    }

    /** Writes what a database has to know, and returns when it is written. */
    void write(String database) {
        synchronized (writing) {
            Collection<Logged> statements = take(database);
            Collection<Visit> came = takeVisits(database);
            boolean tidies = tidied.add(database);
            try {
                if (tidies) {
                    LogWriter.tidy(administrator.apply(database), first);
                }
                if (!statements.isEmpty()) {
                    LogWriter.write(administrator.apply(database), statements);
                }
            } catch (SQLException e) {
                LOG.warn("The history of the Redshift database {} cannot be written: {}", database, e.getMessage());
            }
            write(database, came, tidies);
        }
    }

    /** Writes sessions, whose table a cluster of an earlier Laguna may not have: its statements do not depend on it. */
    private void write(String database, Collection<Visit> came, boolean tidies) {
        try {
            if (tidies) {
                VisitWriter.tidy(administrator.apply(database));
            }
            if (!came.isEmpty()) {
                VisitWriter.write(administrator.apply(database), came);
            }
        } catch (SQLException e) {
            LOG.warn("The sessions of the Redshift database {} cannot be written: {}", database, e.getMessage());
        }
    }

    private synchronized Collection<Logged> take(String database) {
        Map<Long, Logged> taken = unwritten.remove(database);
        return taken == null ? List.of() : taken.values();
    }

    private synchronized Collection<Visit> takeVisits(String database) {
        Map<String, Visit> taken = visits.remove(database);
        return taken == null ? List.of() : taken.values();
    }

    /** Writes what is left, and ends. */
    @Override
    public void close() {
        writing.close();
        writeAll();
    }
}
