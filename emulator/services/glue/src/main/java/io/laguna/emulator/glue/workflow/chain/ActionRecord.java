package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.glue.workflow.trigger.Ended;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Crawl;

/**
 * Something that a trigger has started in a chain.
 *
 * @param position of the action in the trigger
 * @param run the first attempt of a job's run; empty for a crawl, and where no run could be made
 * @param error why nothing was started
 * @param crawl what is known of a crawl that has begun
 */
record ActionRecord(
        String chain,
        String trigger,
        int position,
        Ended.Kind kind,
        String name,
        Optional<String> run,
        ActionState state,
        Optional<String> error,
        Instant begunAt,
        Optional<Crawl> crawl) {
    ActionRecord in(ActionState next) {
        return new ActionRecord(chain, trigger, position, kind, name, run, next, error, begunAt, crawl);
    }

    ActionRecord begun(Instant now) {
        return new ActionRecord(chain, trigger, position, kind, name, run, ActionState.BEGUN, error, now, crawl);
    }

    ActionRecord failed(String reason) {
        return new ActionRecord(
                chain, trigger, position, kind, name, run, ActionState.ERROR, Optional.of(reason), begunAt, crawl);
    }

    ActionRecord seen(Crawl now, ActionState next) {
        return new ActionRecord(chain, trigger, position, kind, name, run, next, error, begunAt, Optional.of(now));
    }

    ActionRecord copiedTo(String other) {
        return new ActionRecord(other, trigger, position, kind, name, run, state, error, begunAt, crawl);
    }

    boolean isActiveCrawl() {
        return kind == Ended.Kind.CRAWLER && state == ActionState.ACTIVE;
    }

    Ended ended() {
        return new Ended(kind, name, state.name(), run.orElse(""));
    }
}
