package io.laguna.emulator.redshift.spectrum.foreign;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.session.Scope;
import io.laguna.redshift.wire.message.SqlFailure;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.Table;

/** The Data Catalog, as a cluster may use it by the role of an external schema. */
public record DataCatalog(Function<Caller, GlueClient> clients) {
    /** A call of the Data Catalog. */
    @FunctionalInterface
    public interface Call<T> {
        T of(GlueClient glue);
    }

    /**
     * Calls the catalog by a role.
     *
     * @param role its ARN, several that are taken on one after the other, {@code default} or {@code SESSION}
     * @throws SqlFailure when the cluster may not take the role on, or the catalog refuses
     */
    public <T> T call(Scope scope, String role, Call<T> call) throws SqlFailure {
        check(scope, role);
        try {
            return call.of(clients.apply(
                    new Caller(scope.cluster().account(), scope.cluster().region())));
        } catch (GlueException e) {
            String reason = e.awsErrorDetails() == null
                    ? String.valueOf(e.getMessage())
                    : e.awsErrorDetails().errorMessage();
            throw new SqlFailure("XX000", reason);
        }
    }

    /** Returns a table, or nothing when the catalog has none of this name. */
    public Optional<Table> table(Scope scope, ExternalSchema schema, String name) throws SqlFailure {
        return call(scope, schema.role(), glue -> {
            try {
                return Optional.of(glue.getTable(request ->
                                request.databaseName(schema.database()).name(name))
                        .table());
            } catch (EntityNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** Fails for a role that the cluster does not have. */
    private static void check(Scope scope, String role) throws SqlFailure {
        Optional<String> first = role.equalsIgnoreCase("default")
                ? scope.cluster().defaultRole()
                : Arrays.stream(role.split(",")).findFirst();
        if (first.isEmpty()) {
            throw new SqlFailure("XX000", "The cluster has no default IAM role");
        }
        boolean isOwn = first.get().equalsIgnoreCase("SESSION")
                || scope.cluster().roles().contains(first.get());
        if (!isOwn) {
            throw new SqlFailure(
                    "XX000",
                    "User arn:aws:redshift:" + scope.cluster().region() + ":"
                            + scope.cluster().account() + ":dbuser:"
                            + scope.cluster().identifier() + "/" + scope.role()
                            + " is not authorized to assume IAM Role " + first.get());
        }
    }
}
