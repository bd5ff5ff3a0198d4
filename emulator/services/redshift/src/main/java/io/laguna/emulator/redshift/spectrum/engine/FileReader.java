package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.DuckDb;
import io.laguna.engines.server.OnDemand;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The process that reads files, which is started when it is first asked. */
public final class FileReader {
    private final DuckDb engine;
    private final OnDemand process;
    private final Path zones;

    /**
     * Creates the way to a process.
     *
     * @param process starts the engine, and stops it with the lake
     * @param zones the folder of buckets
     */
    public FileReader(DuckDb engine, OnDemand process, Path zones) {
        this.engine = engine;
        this.process = process;
        this.zones = zones;
    }

    /** Returns the number of the process that runs now. */
    long start() {
        var unused = process.address();
        return engine.starts();
    }

    /** Connects as Laguna, who may run every statement. */
    public Connection connect() throws SQLException {
        var unused = process.address();
        DatabaseAccess owner = engine.owner();
        return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
    }

    DatabaseAccess access() {
        var unused = process.address();
        return engine.reader();
    }

    Path zones() {
        return zones;
    }

    /** Returns the folder beside the zones that the process reaches too. */
    public Path files() {
        return engine.files();
    }
}
