package io.laguna.emulator.iam.principal;

import io.laguna.emulator.iam.entity.Attachments;
import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.entity.NewEntity;
import io.laguna.emulator.iam.entity.Shapes;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;

/**
 * The operations on service-linked roles. AWS deletes such a role when its service no longer needs it; here nothing works
 * by one, and the role is gone when the deletion is answered.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">Service-linked
 *     roles</a>
 */
public final class ServiceRoles extends Room {
    private final Scope scope;

    public ServiceRoles(Scope scope) {
        this.scope = scope;
    }

    @Override
    public CreateServiceLinkedRoleResponse createServiceLinkedRole(CreateServiceLinkedRoleRequest request) {
        Members.check(request, "AWSServiceName");
        LinkedService service = LinkedService.of(request.awsServiceName());
        String name = service.roleName()
                + Optional.ofNullable(request.customSuffix())
                        .map(suffix -> "_" + suffix)
                        .orElse("");
        return scope.state().write(transaction -> {
            Entities entities = new Entities(transaction);
            if (entities.find(scope.account(), Kind.ROLE, name).isPresent()) {
                throw Failures.input("Service role name " + name
                        + " has been taken in this account, please try a different suffix.");
            }
            NewEntity made = NewEntity.of(Kind.ROLE, name, Entity.SERVICE_LINKED + service.principal() + "/", List.of())
                    .described(request.description())
                    .withDocument(trust(service))
                    .withSession(Roles.HOUR);
            Entity role = entities.insert(scope.account(), made, scope.now());
            new Attachments(transaction).attach(role, service.policyArn());
            return CreateServiceLinkedRoleResponse.builder()
                    .role(new Shapes(transaction).wholeRole(role).build())
                    .build();
        });
    }

    private static String trust(LinkedService service) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":[\"sts:AssumeRole\"],\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":[\"" + service.principal() + "\"]}}]}";
    }

    @Override
    public DeleteServiceLinkedRoleResponse deleteServiceLinkedRole(DeleteServiceLinkedRoleRequest request) {
        Members.check(request, "RoleName");
        String task = scope.state().write(transaction -> {
            Entities entities = new Entities(transaction);
            Entity role = entities.lock(scope.account(), Kind.ROLE, request.roleName());
            if (!role.isServiceLinked()) {
                throw Failures.input("The role " + role.name() + " is not a service-linked role.");
            }
            entities.delete(role.id());
            String made = "task" + role.path() + role.name() + "/" + UUID.randomUUID();
            transaction.execute("insert into iam_deletion values (?, ?)", made, scope.account());
            return made;
        });
        return DeleteServiceLinkedRoleResponse.builder().deletionTaskId(task).build();
    }

    @Override
    public GetServiceLinkedRoleDeletionStatusResponse getServiceLinkedRoleDeletionStatus(
            GetServiceLinkedRoleDeletionStatusRequest request) {
        Members.check(request, "DeletionTaskId");
        if (!scope.state().read(handle -> isDone(handle, request.deletionTaskId()))) {
            throw Failures.missing("Deletion task id: " + request.deletionTaskId() + " does not exist.");
        }
        return GetServiceLinkedRoleDeletionStatusResponse.builder()
                .status(DeletionTaskStatusType.SUCCEEDED)
                .build();
    }

    private boolean isDone(Handle handle, String task) {
        return handle.select("select 1 from iam_deletion where id = ? and account = ?", task, scope.account())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }
}
