package io.laguna.emulator.glue.workflow.trigger;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Condition;
import software.amazon.awssdk.services.glue.model.CrawlState;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.Logical;
import software.amazon.awssdk.services.glue.model.LogicalOperator;
import software.amazon.awssdk.services.glue.model.Predicate;

/**
 * The rules for the predicates of triggers.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-trigger.html">Predicate</a>
 */
final class PredicateRules {
    private static final int MOST = 500;
    private static final Set<JobRunState> OF_JOBS =
            Set.of(JobRunState.SUCCEEDED, JobRunState.STOPPED, JobRunState.FAILED, JobRunState.TIMEOUT);
    private static final Set<CrawlState> OF_CRAWLS =
            Set.of(CrawlState.SUCCEEDED, CrawlState.FAILED, CrawlState.CANCELLED);

    private PredicateRules() {}

    /** Returns a predicate as it is kept. */
    static Predicate checked(Optional<Predicate> given) {
        Predicate predicate = given.filter(there -> !there.conditions().isEmpty())
                .orElseThrow(() -> Failures.invalid("Predicate cannot be null or empty"));
        Constraints constraints = new Constraints()
                .oneOf("predicate.logical", predicate.logicalAsString(), Logical.knownValues())
                .size("predicate.conditions", predicate.conditions(), 1, MOST);
        predicate.conditions().forEach(condition -> constraints
                .optionalName("predicate.conditions.jobName", condition.jobName())
                .optionalName("predicate.conditions.crawlerName", condition.crawlerName())
                .oneOf(
                        "predicate.conditions.logicalOperator",
                        condition.logicalOperatorAsString(),
                        LogicalOperator.knownValues())
                .oneOf("predicate.conditions.state", condition.stateAsString(), JobRunState.knownValues())
                .oneOf("predicate.conditions.crawlState", condition.crawlStateAsString(), CrawlState.knownValues()));
        constraints.check();
        List<Condition> conditions =
                predicate.conditions().stream().map(PredicateRules::checked).toList();
        if (predicate.logical() == null && conditions.size() > 1) {
            throw Failures.invalid("Logical cannot be null or empty where there are several conditions");
        }
        return predicate.copy(change -> change.conditions(conditions)
                .logical(Optional.ofNullable(predicate.logical()).orElse(Logical.AND)));
    }

    /** Returns a condition as it is kept: one on a job forgets what it says of a crawler. */
    private static Condition checked(Condition condition) {
        if (condition.jobName() == null && condition.crawlerName() == null) {
            throw Failures.invalid("JobName or CrawlerName in condition cannot be null or empty");
        }
        boolean job = condition.jobName() != null;
        if (job && (condition.state() == null || !OF_JOBS.contains(condition.state()))) {
            throw Failures.invalid(
                    "State cannot be null or empty, choose from one of the following job state: [SUCCEEDED,"
                            + " STOPPED, FAILED, TIMEOUT]");
        }
        if (!job && (condition.crawlState() == null || !OF_CRAWLS.contains(condition.crawlState()))) {
            throw Failures.invalid("State cannot be null or empty, choose from one of the following crawler state:"
                    + " [SUCCEEDED, FAILED, CANCELLED]");
        }
        if (condition.logicalOperator() == null) {
            throw Failures.invalid("Logical operator cannot be null or empty");
        }
        return job
                ? condition.copy(change -> change.crawlerName(null).crawlState((String) null))
                : condition.copy(change -> change.state((String) null));
    }
}
