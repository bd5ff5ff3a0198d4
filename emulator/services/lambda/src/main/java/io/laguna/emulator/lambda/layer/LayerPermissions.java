package io.laguna.emulator.lambda.layer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.LayerRecords;
import io.laguna.emulator.lambda.record.LayerRow;
import io.laguna.emulator.lambda.record.PolicyDocument;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.Room;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionPolicyResponse;
import software.amazon.awssdk.services.lambda.model.RemoveLayerVersionPermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemoveLayerVersionPermissionResponse;

/** The permissions to use layers. The policies are kept and answered; every account of a lake reaches every layer of it. */
public final class LayerPermissions extends Room {
    private static final Pattern ACTION = Pattern.compile("lambda:GetLayerVersion");
    private static final Pattern PRINCIPAL = Pattern.compile("\\d{12}|\\*|arn:(aws[a-zA-Z-]*):iam::\\d{12}:root");
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");

    private final FunctionContext context;

    public LayerPermissions(FunctionContext context) {
        this.context = context;
    }

    @Override
    public AddLayerVersionPermissionResponse addLayerVersionPermission(AddLayerVersionPermissionRequest request) {
        new Constraints()
                .statement(request.statementId())
                .present("action", request.action())
                .length("action", request.action(), 0, 22)
                .pattern("action", request.action(), ACTION)
                .present("principal", request.principal())
                .text("principal", request.principal())
                .pattern("principal", request.principal(), PRINCIPAL)
                .length("organizationId", request.organizationId(), 0, 34)
                .pattern("organizationId", request.organizationId(), ORGANIZATION)
                .text("revisionId", request.revisionId())
                .check();
        LayerName name = LayerName.of(context.caller(), request.layerName());
        long number = LayerName.number(request.versionNumber());
        return context.write(transaction -> {
            LayerRow layer = require(transaction, name, number);
            checkRevision(transaction, layer, request.revisionId());
            ObjectNode statement = statement(request, layer);
            int added = transaction.execute(
                    "insert into lambda_layer_permission (layer, version, sid, statement) values (?, ?, ?, ?)"
                            + " on conflict do nothing",
                    layer.layer(),
                    number,
                    request.statementId(),
                    statement.toString());
            if (added == 0) {
                throw Failures.conflict("The statement id (" + request.statementId()
                        + ") provided already exists. Please provide a new statement id, or remove the existing"
                        + " statement.");
            }
            return AddLayerVersionPermissionResponse.builder()
                    .statement(statement.toString())
                    .revisionId(revision(statements(transaction, layer)))
                    .build();
        });
    }

    @Override
    public GetLayerVersionPolicyResponse getLayerVersionPolicy(GetLayerVersionPolicyRequest request) {
        LayerName name = LayerName.of(context.caller(), request.layerName());
        long number = LayerName.number(request.versionNumber());
        List<String> all = context.read(handle -> statements(handle, require(handle, name, number)));
        if (all.isEmpty()) {
            throw Failures.notFound("No policy is associated with the given resource.");
        }
        return GetLayerVersionPolicyResponse.builder()
                .policy(PolicyDocument.of(all))
                .revisionId(revision(all))
                .build();
    }

    @Override
    public RemoveLayerVersionPermissionResponse removeLayerVersionPermission(
            RemoveLayerVersionPermissionRequest request) {
        new Constraints()
                .statement(request.statementId())
                .text("revisionId", request.revisionId())
                .check();
        LayerName name = LayerName.of(context.caller(), request.layerName());
        long number = LayerName.number(request.versionNumber());
        context.write(transaction -> {
            LayerRow layer = require(transaction, name, number);
            checkRevision(transaction, layer, request.revisionId());
            int removed = transaction.execute(
                    "delete from lambda_layer_permission where layer = ? and version = ? and sid = ?",
                    layer.layer(),
                    number,
                    request.statementId());
            if (removed == 0) {
                throw Failures.notFound("Statement " + request.statementId() + " is not found in resource policy.");
            }
            return layer;
        });
        return RemoveLayerVersionPermissionResponse.builder().build();
    }

    private static LayerRow require(Handle handle, LayerName name, long number) {
        return new LayerRecords(handle).find(name.owner(), name.name(), number).orElseThrow(LayerName::missing);
    }

    private static List<String> statements(Handle handle, LayerRow layer) {
        return handle.select(
                        "select statement from lambda_layer_permission where layer = ? and version = ? order by number",
                        layer.layer(),
                        layer.number())
                .mapTo(String.class)
                .list();
    }

    private static void checkRevision(Handle handle, LayerRow layer, String revision) {
        if (revision != null && !revision.equals(revision(statements(handle, layer)))) {
            throw Failures.otherRevision("GetLayerVersionPolicy");
        }
    }

    /** Returns the revision of a policy, which its statements are. */
    private static String revision(List<String> statements) {
        return UUID.nameUUIDFromBytes(String.join("\n", statements).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static ObjectNode statement(AddLayerVersionPermissionRequest request, LayerRow layer) {
        ObjectNode statement = JsonNodeFactory.instance
                .objectNode()
                .put("Sid", request.statementId())
                .put("Effect", "Allow");
        String principal = request.principal();
        if (principal.equals("*")) {
            statement.put("Principal", principal);
        } else {
            statement
                    .putObject("Principal")
                    .put("AWS", principal.startsWith("arn:") ? principal : "arn:aws:iam::" + principal + ":root");
        }
        statement.put("Action", request.action()).put("Resource", layer.versionArn());
        if (request.organizationId() != null) {
            statement
                    .putObject("Condition")
                    .putObject("StringEquals")
                    .put("aws:PrincipalOrgID", request.organizationId());
        }
        return statement;
    }
}
