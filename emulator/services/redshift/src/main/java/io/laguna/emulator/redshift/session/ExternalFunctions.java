package io.laguna.emulator.redshift.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.sql.statement.ExternalFunction;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Run;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The form of a function of AWS Lambda in the engine: a function in the language {@code exfunc} whose first line says what it is,
 * and which gives its arguments to {@code laguna.invoke} ({@code asking.sql}).
 */
final class ExternalFunctions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExternalFunctions() {}

    /** Returns the making of a function. */
    static Run create(Statement.CreateExternalFunction create, Scope scope, String text) throws SqlFailure {
        String arguments = IntStream.rangeClosed(1, create.arguments())
                .mapToObj(number -> "laguna.argument($" + number + ")")
                .collect(Collectors.joining(", "));
        String body = "-- " + said(create.function(), scope) + "\nDECLARE\n    self oid;\nBEGIN\n"
                + "    GET DIAGNOSTICS self = PG_ROUTINE_OID;\n"
                + "    RETURN laguna.invoke(self, pg_catalog.jsonb_build_array(" + arguments + "));\nEND\n";
        Run made = Orders.run(create.sql(), text);
        return new Run(made.sql() + Literals.quoted(body), made.place(), made.before(), made.after(), made.repair());
    }

    private static ObjectNode said(ExternalFunction function, Scope scope) throws SqlFailure {
        ObjectNode said = JSON.createObjectNode();
        said.put("lambda", function.lambda());
        ArrayNode roles = said.putArray("roles");
        if (function.role() instanceof Credentials.Roles named) {
            named.arns().forEach(roles::add);
        } else if (function.role() instanceof Credentials.DefaultRole) {
            roles.add(scope.cluster()
                    .defaultRole()
                    .orElseThrow(() -> new SqlFailure(
                            "XX000",
                            "The cluster " + scope.cluster().identifier()
                                    + " has no default IAM role: IAM_ROLE default needs one")));
        } else {
            throw Failures.notSupported("IAM_ROLE of an external function has to be a role or default");
        }
        said.put("retry_timeout", function.retryTimeout());
        said.put("max_batch_rows", function.batchRows());
        said.put("max_batch_bytes", function.batchBytes());
        return said;
    }
}
