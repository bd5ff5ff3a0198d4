package io.laguna.emulator.redshiftdata.request;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.redshiftdata.model.ResultFormatString;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;

/** The constraints on a request's members that the API declares, checked before anything is done. */
public final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 1024;
    /** A statement of 16 MB is the largest that Redshift itself takes. */
    private static final int LONGEST_SQL = 16 << 20;

    private static final int LONGEST = 2048;
    private static final Pattern ID = Pattern.compile("^[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}(:\\d+)?$");
    private static final Pattern CLUSTER = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern WORKGROUP = Pattern.compile("[a-z0-9-]{3,63}|arn:aws[a-z-]*:redshift-serverless:"
            + "[a-z0-9-]+:\\d{12}:workgroup/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PARAMETER = Pattern.compile("[0-9a-zA-Z_]+");

    public Constraints() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /**
     * Checks the id of a statement, in AWS's words for a wrong one.
     *
     * @throws software.amazon.awssdk.services.redshiftdata.model.ValidationException at once
     */
    public static void checkId(String id) {
        if (id == null || !ID.matcher(id).matches() || id.indexOf('\n') >= 0) {
            throw Failures.validation("id must satisfy regex pattern: " + ID.pattern());
        }
    }

    /** Checks the members that name a cluster or workgroup, and who logs in. */
    public Constraints target(String cluster, String workgroup, String database, String dbUser, String secret) {
        return length("clusterIdentifier", cluster, 1, 63)
                .pattern("clusterIdentifier", cluster, CLUSTER)
                .length("workgroupName", workgroup, 3, 128)
                .pattern("workgroupName", workgroup, WORKGROUP)
                .length("database", database, 1, LONGEST)
                .length("dbUser", dbUser, 1, LONGEST)
                .length("secretArn", secret, 1, LONGEST);
    }

    public Constraints sql(String path, String sql) {
        return present(path, sql).length(path, sql, 1, LONGEST_SQL);
    }

    public Constraints named(String statementName, String clientToken) {
        return length("statementName", statementName, 0, LONGEST).length("clientToken", clientToken, 1, 64);
    }

    public Constraints session(String id, Integer keepAliveSeconds) {
        if (keepAliveSeconds != null) {
            range("sessionKeepAliveSeconds", keepAliveSeconds, 0, 86_400);
        }
        return pattern("sessionId", id, ID);
    }

    public Constraints format(String format) {
        return oneOf("resultFormat", format, ResultFormatString.knownValues());
    }

    public Constraints parameters(List<SqlParameter> parameters) {
        parameters.forEach(parameter -> present("parameters.name", parameter.name())
                .pattern("parameters.name", parameter.name(), PARAMETER)
                .present("parameters.value", parameter.value())
                .length("parameters.value", parameter.value(), 1, LONGEST_SQL));
        return self();
    }

    public Constraints page(Integer size, int largest) {
        return size == null ? self() : range("maxResults", size, 0, largest);
    }

    public Constraints name(String path, String value) {
        return length(path, value, 0, LONGEST);
    }
}
