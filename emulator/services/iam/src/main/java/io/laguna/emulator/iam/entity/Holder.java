package io.laguna.emulator.iam.entity;

import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Scope;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** A user, a group or a role by its name: whatever can have policies. */
public record Holder(Scope scope, Kind kind, String name) {
    /** Returns what the work returns, which reads of the holder. */
    public <T> T read(BiFunction<Handle, Entity, T> work) {
        return scope.state()
                .read(handle -> work.apply(handle, new Entities(handle).require(scope.account(), kind, name)));
    }

    /** Returns what the work returns, which changes the holder. Nobody but AWS changes a service-linked role. */
    public <T> T change(BiFunction<Handle, Entity, T> work) {
        return scope.state().write(transaction -> {
            Entity entity = new Entities(transaction).lock(scope.account(), kind, name);
            if (entity.isServiceLinked()) {
                throw Failures.unmodifiable("Cannot perform the operation on the protected role '" + entity.name()
                        + "' - this role is only modifiable by AWS");
            }
            return work.apply(transaction, entity);
        });
    }
}
