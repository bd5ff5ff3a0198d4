package io.laguna.emulator.iam.key;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Entity.Use;
import io.laguna.emulator.kit.KnownKey;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that let somebody in, in memory: the endpoint asks for one with each request. A key is here when its change has
 * been committed and before it is acknowledged, so one that was revoked lets nobody in from then on.
 */
public final class IssuedKeys {
    private final State state;
    private final Seal seal;
    private final Map<String, KnownKey> active = new ConcurrentHashMap<>();
    private final Map<String, Use> uses = new ConcurrentHashMap<>();

    private IssuedKeys(State state, Seal seal) {
        this.state = state;
        this.seal = seal;
    }

    /** Reads the keys of all accounts. */
    public static IssuedKeys read(State state, Seal seal) {
        IssuedKeys keys = new IssuedKeys(state, seal);
        state.read(handle -> new KeyRecords(handle).ids()).forEach(keys::refresh);
        return keys;
    }

    public Optional<KnownKey> find(String id) {
        return Optional.ofNullable(active.get(id));
    }

    /** Notes a use of a key; uses are written together, later. */
    public void used(String id, Use use) {
        if (active.containsKey(id)) {
            uses.put(id, use);
        }
    }

    /** Returns the last use of a key that has not been written yet. */
    Optional<Use> lastUse(String id) {
        return Optional.ofNullable(uses.get(id));
    }

    /** Writes the uses since the last time. */
    public void write() {
        Map<String, Use> noted = Map.copyOf(uses);
        if (!noted.isEmpty()) {
            state.write(transaction -> {
                noted.forEach(new KeyRecords(transaction)::used);
                return noted;
            });
            noted.forEach(uses::remove);
        }
    }

    /** Reads a key anew, after a change. One at a time: the last to read is the last to be right. */
    public synchronized void refresh(String id) {
        Optional<KnownKey> known = state.read(handle -> new KeyRecords(handle)
                .find(id)
                .filter(KeyRecord::active)
                .flatMap(key -> new Entities(handle).find(key.owner()).map(owner -> known(key, owner))));
        if (known.isPresent()) {
            active.put(id, known.get());
        } else {
            active.remove(id);
        }
    }

    private KnownKey known(KeyRecord key, Entity owner) {
        return new KnownKey(
                seal.open(key.sealed(), place(key.id())),
                new Principal(Principal.Kind.USER, owner.account(), owner.arn(), owner.uniqueId()));
    }

    /** Returns the place that a secret is sealed for. */
    static String place(String id) {
        return "iam/access-key/" + id;
    }
}
