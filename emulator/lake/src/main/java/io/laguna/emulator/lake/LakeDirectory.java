package io.laguna.emulator.lake;

import io.laguna.emulator.edge.service.ServiceFailures;
import io.laguna.emulator.iam.Iam;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.EngineUnavailableException;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.KnownKey;
import io.laguna.emulator.kit.KnownRole;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The keys and roles of a lake. The endpoint answers before the state is there: until then nobody is in the directory, and
 * the lake's own keys, which are in a file, let their owner in.
 */
record LakeDirectory(CompletableFuture<Iam> iam) implements Directory {
    @Override
    public Optional<KnownKey> key(String accessKeyId) {
        return opened().key(accessKeyId);
    }

    @Override
    public boolean hasRoles(String accountId) {
        return awaited().hasRoles(accountId);
    }

    @Override
    public Optional<KnownRole> role(String arn) {
        return awaited().role(arn);
    }

    @Override
    public void used(String accessKeyId, Identity identity, String service) {
        opened().used(accessKeyId, identity, service);
    }

    private Directory opened() {
        return LakeServices.isOpen(iam) ? iam.join() : EMPTY;
    }

    /** Which roles there are is known when the state is there, and not before. */
    private Directory awaited() {
        try {
            return iam.join();
        } catch (CompletionException e) {
            throw new EngineUnavailableException(
                    "Laguna does not know which roles there are: " + ServiceFailures.reason(e), e);
        }
    }
}
