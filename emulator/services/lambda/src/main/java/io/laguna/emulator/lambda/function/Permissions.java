package io.laguna.emulator.lambda.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.record.PolicyDocument;
import io.laguna.emulator.lambda.record.Statements;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionResponse;

/**
 * The permissions to call functions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html">Resource-based policies</a>
 */
public final class Permissions extends Room {
    private static final Pattern ACTION = Pattern.compile("(lambda:[*]|lambda:[a-zA-Z]+|[*])");
    private static final Pattern PRINCIPAL = Pattern.compile("[^\\s]+");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ARN = Pattern.compile(
            "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)");
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z0-9._\\-]+");
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");
    private static final Pattern STATEMENT = Pattern.compile("([a-zA-Z0-9-_.]+)");

    private final FunctionContext context;

    public Permissions(FunctionContext context) {
        this.context = context;
    }

    @Override
    public AddPermissionResponse addPermission(AddPermissionRequest request) {
        check(request);
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        String statement = statement(request, name).toString();
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            context.qualified(transaction).find(name);
            checkRevision(transaction, function, name, request.revisionId());
            if (!new Statements(transaction).add(function, qualifier(name), request.statementId(), statement)) {
                throw Failures.conflict(
                        "The statement id (" + request.statementId()
                                + ") provided already exists. Please provide a new statement id, or remove the existing statement.");
            }
            return function;
        });
        return AddPermissionResponse.builder().statement(statement).build();
    }

    @Override
    public GetPolicyResponse getPolicy(GetPolicyRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        return context.read(handle -> {
            FunctionRow function = context.qualified(handle).find(name).function();
            Statements statements = new Statements(handle);
            List<String> all = statements.all(function, qualifier(name));
            if (all.isEmpty()) {
                throw Failures.notFound("The resource you requested does not exist.");
            }
            return GetPolicyResponse.builder()
                    .policy(PolicyDocument.of(all))
                    .revisionId(statements.revision(function, qualifier(name)).orElse(null))
                    .build();
        });
    }

    @Override
    public RemovePermissionResponse removePermission(RemovePermissionRequest request) {
        new Constraints()
                .present("statementId", request.statementId())
                .length("statementId", request.statementId(), 1, 100)
                .pattern("statementId", request.statementId(), STATEMENT)
                .text("revisionId", request.revisionId())
                .check();
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            checkRevision(transaction, function, name, request.revisionId());
            if (!new Statements(transaction).remove(function, qualifier(name), request.statementId())) {
                throw Failures.notFound("Statement " + request.statementId() + " is not found in resource policy.");
            }
            return function;
        });
        return RemovePermissionResponse.builder().build();
    }

    private static void check(AddPermissionRequest request) {
        new Constraints()
                .statement(request.statementId())
                .present("action", request.action())
                .text("action", request.action())
                .pattern("action", request.action(), ACTION)
                .present("principal", request.principal())
                .text("principal", request.principal())
                .pattern("principal", request.principal(), PRINCIPAL)
                .text("sourceArn", request.sourceArn())
                .pattern("sourceArn", request.sourceArn(), ARN)
                .length("sourceAccount", request.sourceAccount(), 0, 12)
                .pattern("sourceAccount", request.sourceAccount(), ACCOUNT)
                .length("eventSourceToken", request.eventSourceToken(), 0, 256)
                .pattern("eventSourceToken", request.eventSourceToken(), TOKEN)
                .length("principalOrgID", request.principalOrgID(), 12, 34)
                .pattern("principalOrgID", request.principalOrgID(), ORGANIZATION)
                .oneOf("functionUrlAuthType", request.functionUrlAuthTypeAsString(), FunctionUrlAuthType.knownValues())
                .text("revisionId", request.revisionId())
                .check();
    }

    private static void checkRevision(Handle handle, FunctionRow function, FunctionName name, String revision) {
        boolean other = revision != null
                && !new Statements(handle)
                        .revision(function, qualifier(name))
                        .filter(revision::equals)
                        .isPresent();
        if (other) {
            throw Failures.otherRevision("GetPolicy");
        }
    }

    private static String qualifier(FunctionName name) {
        return name.qualifier().orElse("");
    }

    private static ObjectNode statement(AddPermissionRequest request, FunctionName name) {
        ObjectNode statement = JsonNodeFactory.instance
                .objectNode()
                .put("Sid", request.statementId())
                .put("Effect", "Allow");
        String principal = request.principal();
        if (principal.equals("*")) {
            statement.put("Principal", principal);
        } else if (principal.endsWith(".amazonaws.com") || principal.endsWith(".amazon.com")) {
            statement.putObject("Principal").put("Service", principal);
        } else {
            statement
                    .putObject("Principal")
                    .put(
                            "AWS",
                            ACCOUNT.matcher(principal).matches() ? "arn:aws:iam::" + principal + ":root" : principal);
        }
        statement.put("Action", request.action()).put("Resource", name.qualifiedArn());
        ObjectNode conditions = JsonNodeFactory.instance.objectNode();
        equal(conditions, "AWS:SourceAccount", request.sourceAccount());
        equal(conditions, "lambda:EventSourceToken", request.eventSourceToken());
        equal(conditions, "lambda:FunctionUrlAuthType", request.functionUrlAuthTypeAsString());
        equal(conditions, "aws:PrincipalOrgID", request.principalOrgID());
        Optional.ofNullable(request.sourceArn())
                .ifPresent(arn -> conditions.putObject("ArnLike").put("AWS:SourceArn", arn));
        Optional.ofNullable(request.invokedViaFunctionUrl())
                .ifPresent(via -> conditions.putObject("Bool").put("lambda:InvokedViaFunctionUrl", via.toString()));
        if (!conditions.isEmpty()) {
            statement.set("Condition", conditions);
        }
        return statement;
    }

    private static void equal(ObjectNode conditions, String key, String value) {
        if (value != null) {
            conditions.withObjectProperty("StringEquals").put(key, value);
        }
    }
}
