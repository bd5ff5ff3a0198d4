package io.laguna.engines.server;

/** A PostgreSQL that somebody else starts and stops. */
public final class RemotePostgreSql implements DatabaseServer {
    private final PostgreSqlClient client;
    private final RemoteServer server;

    /**
     * Creates a server that is there, or will be.
     *
     * @param access its address without a database, and somebody who may make databases
     */
    public RemotePostgreSql(DatabaseAccess access) {
        this.client = new PostgreSqlClient(access.url(), access.user(), access.password());
        this.server = new RemoteServer(PostgreSql.NAME, access.url(), client::answers);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public String address() {
        return server.address();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    @Override
    public DatabaseAccess database(String name) {
        return client.database(name);
    }

    /** Returns the command with the name that the compose file has for the service, which is not the engine's. */
    @Override
    public String logCommand() {
        return RemoteServer.logCommand("postgres");
    }

    @Override
    public void close() {
        server.close();
    }
}
