package io.laguna.emulator.redshift.session;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.Optional;

/** The computing of those functions of a cluster that are not its engine's. */
@FunctionalInterface
public interface ExternalCalls {
    /** Nothing: each call fails. */
    ExternalCalls NONE = (called, scope, bench) -> {
        throw Failures.notSupported("Functions of AWS Lambda are not implemented by Laguna");
    };

    /**
     * Computes a function for one row.
     *
     * @param called JSON: the {@code name} of the function with its schema, its {@code arguments}, and the {@code function} of Lambda as
     *     {@link ExternalFunctions} writes it
     * @return the value's text, or nothing for NULL
     */
    Optional<String> call(String called, Scope scope, Workbench bench) throws SqlFailure, IOException;
}
