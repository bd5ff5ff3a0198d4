package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * The operations on the targets of rules.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html">PutTargets</a>
 */
final class Targets extends Room {
    private static final int PAGE = 100;
    private static final int MOST_TARGETS = 5;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    Targets(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    private RuleRecord rule(Handle handle, String bus, String rule) {
        return new RuleRecords(handle)
                .require(new BusRecords(handle).require(caller, bus, clock.instant()), Rules.name("Rule", rule));
    }

    @Override
    public PutTargetsResponse putTargets(PutTargetsRequest request) {
        if (request.targets().isEmpty()) {
            throw Failures.parameter("Targets", "it has one target at least.");
        }
        request.targets().forEach(TargetRules::check);
        state.write(transaction -> {
            RuleRecord rule = rule(transaction, request.eventBusName(), request.rule());
            RuleRecords rules = new RuleRecords(transaction);
            request.targets().forEach(target -> rules.put(rule, target));
            if (rules.targets(rule).size() > MOST_TARGETS) {
                throw Failures.limit("The requested resource exceeds the maximum number allowed.");
            }
            return rule;
        });
        return PutTargetsResponse.builder()
                .failedEntryCount(0)
                .failedEntries(List.of())
                .build();
    }

    /** Removes targets. One that is not there is passed over, as on AWS. */
    @Override
    public RemoveTargetsResponse removeTargets(RemoveTargetsRequest request) {
        request.ids().forEach(TargetRules::checkId);
        state.write(transaction -> {
            RuleRecord rule = rule(transaction, request.eventBusName(), request.rule());
            request.ids().forEach(id -> new RuleRecords(transaction).remove(rule, id));
            return rule;
        });
        return RemoveTargetsResponse.builder()
                .failedEntryCount(0)
                .failedEntries(List.of())
                .build();
    }

    @Override
    public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
        List<Target> targets = state.write(transaction ->
                new RuleRecords(transaction).targets(rule(transaction, request.eventBusName(), request.rule())));
        Page<Target> page = Page.ofOrdered(
                targets, Target::id, request.nextToken(), Pages.size(request.limit(), PAGE), Pages::badToken);
        return ListTargetsByRuleResponse.builder()
                .targets(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListRuleNamesByTargetResponse listRuleNamesByTarget(ListRuleNamesByTargetRequest request) {
        List<String> names = state.write(transaction -> {
            BusRecord bus = new BusRecords(transaction).require(caller, request.eventBusName(), clock.instant());
            RuleRecords rules = new RuleRecords(transaction);
            List<String> all = new ArrayList<>();
            for (RuleRecord rule : rules.of(bus)) {
                Stream<Target> targets = rules.targets(rule).stream();
                if (targets.anyMatch(target -> target.arn().equals(request.targetArn()))) {
                    all.add(rule.name());
                }
            }
            return all;
        });
        Page<String> page = Page.ofSorted(
                names, name -> name, request.nextToken(), Pages.size(request.limit(), PAGE), Pages::badToken);
        return ListRuleNamesByTargetResponse.builder()
                .ruleNames(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
