package io.laguna.tests.hostile;

import io.laguna.wire.Operation;
import io.laguna.wire.ServiceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A series of hostile requests: the same seed makes the same requests, each whatever the others are. */
public final class HostileRequests {
    private static final int ALL = 8;

    private final long seed;
    private final List<Target> all = new ArrayList<>();
    private final List<Target> built;
    private final List<String> known;

    /**
     * Creates a series.
     *
     * @param built the names of operations that get most of the requests
     * @param known the names of what is there, so that requests get further than to its absence
     */
    public HostileRequests(long seed, List<ServiceDescription> services, Set<String> built, List<String> known) {
        this.seed = seed;
        this.known = List.copyOf(known);
        services.forEach(
                service -> service.operations().values().forEach(operation -> all.add(new Target(service, operation))));
        this.built = all.stream()
                .filter(target -> built.contains(target.operation().name()))
                .toList();
    }

    /** An operation and its service. */
    private record Target(ServiceDescription service, Operation operation) {}

    /** Returns a request; those of every eighth number go to all operations in turn, the others to the built ones. */
    public HostileRequest get(int index) {
        Random random = new Random(seed * 1_000_003 + index);
        Target target =
                index % ALL == 0 ? all.get(index / ALL % all.size()) : built.get((index - index / ALL) % built.size());
        HostileMessage message =
                new HostileCalls(random, new HostileValues(random, known)).call(target.service(), target.operation());
        Damage damage = Damage.next(random);
        damage.damage(message, random);
        String what = target.service().signingName() + ":" + target.operation().name() + ", " + damage;
        return new HostileRequest(index, what, message.bytes());
    }
}
