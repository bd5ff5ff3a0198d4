package io.laguna.emulator.redshift.function;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.load.Access;
import io.laguna.emulator.redshift.session.Scope;
import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The clients of Lambda that statements use: a role is taken on once in a statement, and not again for each of its rows. */
final class StatementClients {
    /** How many are kept: those of the sessions that have called functions last. */
    private static final int KEPT = 100;

    private final Function<Caller, LambdaClient> lambda;
    private final Access access;
    private final Map<Key, Taken> taken = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Taken> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(int processId, List<String> roles) {}

    private record Taken(long query, LambdaClient client) {}

    StatementClients(Function<Caller, LambdaClient> lambda, Access access) {
        this.lambda = lambda;
        this.access = access;
    }

    /**
     * Returns Lambda as the last of a chain of roles sees it.
     *
     * @throws SqlFailure if the cluster may not take the roles on
     */
    LambdaClient of(List<String> roles, Scope scope, Workbench bench) throws SqlFailure {
        Key key = new Key(bench.processId(), roles);
        long query = bench.queryId();
        synchronized (taken) {
            Taken known = taken.get(key);
            if (known != null && query != 0 && known.query() == query) {
                return known.client();
            }
        }
        access.of(new Credentials.Roles(roles), scope, bench);
        String account = roles.get(roles.size() - 1).split(":", -1)[4];
        LambdaClient client = lambda.apply(new Caller(account, scope.cluster().region()));
        synchronized (taken) {
            taken.put(key, new Taken(query, client));
        }
        return client;
    }
}
