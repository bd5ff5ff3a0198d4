package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.event.ruler.JsonRuleCompiler;

/**
 * The operations on rules.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html">PutRule</a>
 */
final class Rules extends Room {
    private static final int PAGE = 100;

    private final Caller caller;
    private final State state;
    private final Clock clock;
    private final Schedules schedules;

    Rules(Caller caller, State state, Clock clock, Schedules schedules) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
        this.schedules = schedules;
    }

    /** Creates a rule, or puts this one into the place of the one of the same name. */
    @Override
    public PutRuleResponse putRule(PutRuleRequest request) {
        String name = name("Name", request.name());
        new Constraints()
                .length("description", request.description(), 0, 512)
                .length("roleArn", request.roleArn(), 1, 1600)
                .length("scheduleExpression", request.scheduleExpression(), 0, 256)
                .check();
        Optional<String> pattern = Optional.ofNullable(request.eventPattern()).filter(text -> !text.isEmpty());
        Optional<String> schedule =
                Optional.ofNullable(request.scheduleExpression()).filter(text -> !text.isEmpty());
        if (pattern.isEmpty() && schedule.isEmpty()) {
            throw Failures.validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        pattern.ifPresent(Rules::checkPattern);
        boolean enabled = enabled(request);
        Map<String, String> tags = Tags.map(request.tags());
        Instant now = clock.instant();
        Optional<Instant> next = schedule.flatMap(expression -> RuleSchedule.next(expression, now));
        RuleRecord put = state.write(transaction -> {
            BusRecord bus = new BusRecords(transaction).require(caller, request.eventBusName(), now);
            if (schedule.isPresent() && !bus.name().equals(BusRecord.DEFAULT)) {
                throw Failures.validation("ScheduleExpression is supported only on the default event bus.");
            }
            RuleRecords rules = new RuleRecords(transaction);
            RuleRecord rule = rules.put(
                    bus,
                    name,
                    pattern,
                    schedule,
                    Optional.ofNullable(request.description()),
                    Optional.ofNullable(request.roleArn()),
                    enabled,
                    now,
                    next);
            rules.tags().put(rule.arn(), tags);
            return rule;
        });
        schedules.wake();
        return PutRuleResponse.builder().ruleArn(put.arn()).build();
    }

    private static boolean enabled(PutRuleRequest request) {
        String wanted = Optional.ofNullable(request.stateAsString()).orElse(RuleState.ENABLED.toString());
        if (RuleState.fromValue(wanted) == RuleState.UNKNOWN_TO_SDK_VERSION) {
            throw Failures.parameter("State", "it is ENABLED or DISABLED.");
        }
        return !wanted.equals(RuleState.DISABLED.toString());
    }

    static void checkPattern(String pattern) {
        String wrong = JsonRuleCompiler.check(pattern);
        if (wrong != null) {
            throw Failures.pattern(wrong);
        }
    }

    static String name(String member, String name) {
        if (name == null || !name.matches("[.A-Za-z0-9_-]{1,64}")) {
            throw Failures.validation(
                    "1 validation error detected: Value '"
                            + Optional.ofNullable(name).orElse("null").replace('\0', '?') + "' at '" + member
                            + "' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+");
        }
        return name;
    }

    private RuleRecord require(Handle handle, String bus, String rule) {
        return new RuleRecords(handle)
                .require(new BusRecords(handle).require(caller, bus, clock.instant()), name("Name", rule));
    }

    @Override
    public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
        RuleRecord rule = state.write(transaction -> require(transaction, request.eventBusName(), request.name()));
        return DescribeRuleResponse.builder()
                .name(rule.name())
                .arn(rule.arn())
                .eventPattern(rule.pattern().orElse(null))
                .scheduleExpression(rule.schedule().orElse(null))
                .description(rule.description().orElse(null))
                .roleArn(rule.role().orElse(null))
                .state(rule.ruleState())
                .eventBusName(rule.bus().name())
                .createdBy(rule.bus().owner().accountId())
                .build();
    }

    /** Deletes a rule without targets. One that is not there is passed over, as on AWS. */
    @Override
    public DeleteRuleResponse deleteRule(DeleteRuleRequest request) {
        String name = name("Name", request.name());
        state.write(transaction -> {
            BusRecord bus = new BusRecords(transaction).require(caller, request.eventBusName(), clock.instant());
            RuleRecords rules = new RuleRecords(transaction);
            rules.find(bus, name).ifPresent(rule -> {
                if (!rules.targets(rule).isEmpty()) {
                    throw Failures.validation("Rule can't be deleted since it has targets.");
                }
                rules.delete(rule);
            });
            return bus;
        });
        return DeleteRuleResponse.builder().build();
    }

    @Override
    public EnableRuleResponse enableRule(EnableRuleRequest request) {
        enable(request.eventBusName(), request.name(), true);
        return EnableRuleResponse.builder().build();
    }

    @Override
    public DisableRuleResponse disableRule(DisableRuleRequest request) {
        enable(request.eventBusName(), request.name(), false);
        return DisableRuleResponse.builder().build();
    }

    private void enable(String bus, String name, boolean enabled) {
        state.write(transaction -> {
            RuleRecord rule = require(transaction, bus, name);
            new RuleRecords(transaction)
                    .enable(
                            rule.id(),
                            enabled,
                            rule.schedule().flatMap(expression -> RuleSchedule.next(expression, clock.instant())));
            return rule;
        });
        schedules.wake();
    }

    @Override
    public ListRulesResponse listRules(ListRulesRequest request) {
        String prefix = Optional.ofNullable(request.namePrefix()).orElse("");
        List<RuleRecord> rules = state.write(transaction -> new RuleRecords(transaction)
                .of(new BusRecords(transaction).require(caller, request.eventBusName(), clock.instant())));
        Page<RuleRecord> page = Page.ofSorted(
                rules.stream().filter(rule -> rule.name().startsWith(prefix)).toList(),
                RuleRecord::name,
                request.nextToken(),
                Pages.size(request.limit(), PAGE),
                Pages::badToken);
        return ListRulesResponse.builder()
                .rules(page.entries().stream().map(RuleRecord::shape).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
