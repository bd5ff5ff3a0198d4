package io.laguna.emulator.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.PutPermissionRequest;
import software.amazon.awssdk.services.eventbridge.model.PutPermissionResponse;
import software.amazon.awssdk.services.eventbridge.model.RemovePermissionRequest;
import software.amazon.awssdk.services.eventbridge.model.RemovePermissionResponse;

/**
 * The operations on the policies of event buses, which are kept and not enforced.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html">PutPermission</a>
 */
final class BusPolicies extends Room {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATEMENT = "Statement";
    private static final int LONGEST = 10_240;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    BusPolicies(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    /** Sets a whole policy, or adds a statement, in the place of one of the same id. */
    @Override
    public PutPermissionResponse putPermission(PutPermissionRequest request) {
        boolean parts = request.action() != null
                || request.principal() != null
                || request.statementId() != null
                || request.condition() != null;
        if (parts == (request.policy() != null)) {
            throw Failures.validation("Either Policy, or Action, Principal and StatementId must be given.");
        }
        change(request.eventBusName(), bus -> {
            if (request.policy() != null) {
                return Optional.of(read(request.policy()).toString());
            }
            ObjectNode statement = statement(request, bus);
            ObjectNode policy = bus.policy().map(BusPolicies::read).orElseGet(BusPolicies::empty);
            remove(policy, request.statementId());
            policy.withArray(STATEMENT).add(statement);
            return Optional.of(policy.toString());
        });
        return PutPermissionResponse.builder().build();
    }

    private static ObjectNode statement(PutPermissionRequest request, BusRecord bus) {
        String id = Optional.ofNullable(request.statementId()).orElse("");
        String principal = Optional.ofNullable(request.principal()).orElse("");
        if (!id.matches("[a-zA-Z0-9-_]{1,64}")) {
            throw Failures.parameter("StatementId", "it has letters, digits, - and _, 1 to 64 of them.");
        }
        if (!principal.matches("\\d{12}|\\*")) {
            throw Failures.parameter("Principal", "it is an account of twelve digits, or *.");
        }
        if (!"events:PutEvents".equals(request.action())) {
            throw Failures.parameter("Action", "it must be events:PutEvents.");
        }
        ObjectNode statement = JSON.createObjectNode().put("Sid", id).put("Effect", "Allow");
        if (principal.equals("*")) {
            statement.put("Principal", principal);
        } else {
            statement.putObject("Principal").put("AWS", "arn:aws:iam::" + principal + ":root");
        }
        statement.put("Action", request.action()).put("Resource", bus.arn());
        Optional.ofNullable(request.condition()).ifPresent(condition -> statement
                .putObject("Condition")
                .putObject(condition.type())
                .put(condition.key(), condition.value()));
        return statement;
    }

    @Override
    public RemovePermissionResponse removePermission(RemovePermissionRequest request) {
        boolean all = Boolean.TRUE.equals(request.removeAllPermissions());
        if (!all && request.statementId() == null) {
            throw Failures.parameter("StatementId", "it is a required argument.");
        }
        change(request.eventBusName(), bus -> {
            if (all) {
                return Optional.empty();
            }
            ObjectNode policy = bus.policy()
                    .map(BusPolicies::read)
                    .orElseThrow(() -> Failures.notFound("EventBus does not have a policy."));
            if (!remove(policy, request.statementId())) {
                throw Failures.notFound("Statement with the provided id does not exist.");
            }
            return Optional.of(policy.toString())
                    .filter(text -> !policy.withArray(STATEMENT).isEmpty());
        });
        return RemovePermissionResponse.builder().build();
    }

    /** A change of a bus's policy. */
    @FunctionalInterface
    private interface Change {
        Optional<String> of(BusRecord bus);
    }

    private void change(String name, Change change) {
        state.write(transaction -> {
            BusRecords buses = new BusRecords(transaction);
            BusRecord bus = buses.lock(buses.require(caller, name, clock.instant()));
            Optional<String> policy = change.of(bus);
            if (policy.filter(text -> text.length() > LONGEST).isPresent()) {
                throw Failures.policyTooLong();
            }
            buses.setPolicy(bus.id(), policy, clock.instant());
            return bus;
        });
    }

    private static boolean remove(ObjectNode policy, String id) {
        ArrayNode statements = policy.withArray(STATEMENT);
        for (int place = 0; place < statements.size(); place++) {
            if (statements.get(place).path("Sid").asText().equals(id)) {
                statements.remove(place);
                return true;
            }
        }
        return false;
    }

    private static ObjectNode empty() {
        return JSON.createObjectNode().put("Version", "2012-10-17");
    }

    /** Reads a policy; a single statement of it becomes a list of one. */
    private static ObjectNode read(String text) {
        try {
            JsonNode policy = JSON.readTree(text);
            if (policy instanceof ObjectNode object && policy.path(STATEMENT).isContainerNode()) {
                if (object.get(STATEMENT) instanceof ObjectNode single) {
                    object.putArray(STATEMENT).add(single);
                }
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Failures.parameter("Policy", "it is no JSON.");
        }
        throw Failures.parameter("Policy", "it has no statements.");
    }
}
