package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.redshiftserverless.model.Namespace;
import software.amazon.awssdk.services.redshiftserverless.model.NamespaceStatus;

/**
 * A namespace in the state.
 *
 * @param id the folder of its data
 * @param password the digest of the admin's password that the engine is to be told, sealed
 * @param snapshot the snapshot that its data are to be made of
 */
record NamespaceRecord(UUID id, Caller owner, Namespace namespace, Optional<String> password, Optional<UUID> snapshot) {
    String name() {
        return namespace.namespaceName();
    }

    NamespaceStatus status() {
        return namespace.status();
    }

    NamespaceRecord with(UnaryOperator<Namespace.Builder> change) {
        return new NamespaceRecord(
                id, owner, change.apply(namespace.toBuilder()).build(), password, snapshot);
    }

    NamespaceRecord in(NamespaceStatus status) {
        return with(namespace -> namespace.status(status));
    }

    NamespaceRecord withPassword(Optional<String> sealed) {
        return new NamespaceRecord(id, owner, namespace, sealed, snapshot);
    }

    NamespaceRecord withSnapshot(Optional<UUID> source) {
        return new NamespaceRecord(id, owner, namespace, password, source);
    }
}
