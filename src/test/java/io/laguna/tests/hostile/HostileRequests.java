package io.laguna.tests.hostile;

import io.laguna.wire.Operation;
import io.laguna.wire.ServiceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A series of hostile requests: the same seed makes the same requests, each whatever the others are. */
public final class HostileRequests {
    private final long seed;
    private final List<Target> targets = new ArrayList<>();
    private final List<String> known;

    /**
     * Creates a series.
     *
     * @param known the names of what is there, so that requests get further than to its absence
     */
    public HostileRequests(long seed, List<ServiceDescription> services, List<String> known) {
        this.seed = seed;
        this.known = List.copyOf(known);
        services.forEach(service ->
                service.operations().values().forEach(operation -> targets.add(new Target(service, operation))));
    }

    /** An operation and its service. */
    private record Target(ServiceDescription service, Operation operation) {}

    /** Returns how many operations there are; requests take them in turn. */
    public int operations() {
        return targets.size();
    }

    public HostileRequest get(int index) {
        Random random = new Random(seed * 1_000_003 + index);
        Target target = targets.get(index % targets.size());
        HostileMessage message =
                new HostileCalls(random, new HostileValues(random, known)).call(target.service(), target.operation());
        Damage damage = Damage.next(random);
        damage.damage(message, random);
        String what = target.service().signingName() + ":" + target.operation().name() + ", " + damage;
        return new HostileRequest(index, what, message.bytes());
    }
}
