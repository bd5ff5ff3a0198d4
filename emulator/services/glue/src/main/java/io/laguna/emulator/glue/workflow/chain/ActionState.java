package io.laguna.emulator.glue.workflow.chain;

/** The states of an action. A run of a job that has ended in a way that no condition can name is in ERROR. */
enum ActionState {
    /** A crawl that is to be begun. */
    PENDING,
    /** A crawl whose begin is under way. */
    BEGUN,
    ACTIVE,
    SUCCEEDED,
    FAILED,
    STOPPED,
    TIMEOUT,
    CANCELLED,
    ERROR;

    boolean hasEnded() {
        return compareTo(ACTIVE) > 0;
    }
}
