package io.laguna.emulator.iam.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The records that IAM keeps of accounts as a whole, over one connection to the state. */
record AccountRecords(Handle handle) {
    Optional<String> alias(String account) {
        return text("alias", account);
    }

    Optional<String> passwordPolicy(String account) {
        return text("password_policy", account);
    }

    private Optional<String> text(String column, String account) {
        return handle.select(
                        "select " + column + " from iam_account where account = ? and " + column + " is not null",
                        account)
                .mapTo(String.class)
                .findFirst();
    }

    /** Returns the account that has an alias. */
    Optional<String> owner(String alias) {
        return handle.select("select account from iam_account where alias = ?", alias)
                .mapTo(String.class)
                .findFirst();
    }

    void setAlias(String account, Optional<String> alias, Instant now) {
        set("alias", account, alias, now);
    }

    void setPasswordPolicy(String account, Optional<String> policy, Instant now) {
        set("password_policy", account, policy, now);
    }

    private void set(String column, String account, Optional<String> text, Instant now) {
        handle.execute(
                "insert into iam_account (account, " + column + ", created_at) values (?, ?, ?)"
                        + " on conflict (account) do update set " + column + " = excluded." + column,
                account,
                text.orElse(null),
                Timestamp.from(now));
    }
}
