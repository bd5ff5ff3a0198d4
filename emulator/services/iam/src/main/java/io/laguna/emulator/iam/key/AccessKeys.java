package io.laguna.emulator.iam.key;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Entity.Use;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import io.laguna.emulator.iam.rule.Self;
import io.laguna.emulator.iam.rule.UniqueIds;
import io.laguna.emulator.kit.seal.Seal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/**
 * The operations on access keys. A secret is told once, when its key is made; it is kept sealed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html">CreateAccessKey</a>
 */
public final class AccessKeys extends Room {
    private static final int MOST = 2;
    private static final String NOT_USED = "N/A";

    private final Scope scope;
    private final Self self;
    private final Seal seal;
    private final IssuedKeys issued;

    public AccessKeys(Scope scope, Self self, Seal seal, IssuedKeys issued) {
        this.scope = scope;
        this.self = self;
        this.seal = seal;
        this.issued = issued;
    }

    @Override
    public CreateAccessKeyResponse createAccessKey(CreateAccessKeyRequest request) {
        Members.check(request);
        String id = UniqueIds.accessKey();
        String secret = UniqueIds.secret();
        AccessKey made = holder(request.userName()).change((transaction, user) -> {
            KeyRecords keys = new KeyRecords(transaction);
            if (keys.of(user).size() >= MOST) {
                throw Failures.quota("AccessKeysPerUser", MOST);
            }
            KeyRecord key = new KeyRecord(
                    id, user.id(), seal.close(secret, IssuedKeys.place(id)), true, scope.now(), Optional.empty());
            keys.insert(key);
            return AccessKey.builder()
                    .userName(user.name())
                    .accessKeyId(id)
                    .secretAccessKey(secret)
                    .status(StatusType.ACTIVE)
                    .createDate(key.createdAt())
                    .build();
        });
        issued.refresh(id);
        return CreateAccessKeyResponse.builder().accessKey(made).build();
    }

    @Override
    public UpdateAccessKeyResponse updateAccessKey(UpdateAccessKeyRequest request) {
        Members.of(request, "AccessKeyId", "Status")
                .oneOf("status", request.statusAsString(), List.of(StatusType.ACTIVE, StatusType.INACTIVE))
                .check();
        holder(request.userName()).change((transaction, user) -> {
            new KeyRecords(transaction)
                    .setActive(
                            require(transaction, user, request.accessKeyId()).id(),
                            request.status() == StatusType.ACTIVE);
            return user;
        });
        issued.refresh(request.accessKeyId());
        return UpdateAccessKeyResponse.builder().build();
    }

    @Override
    public DeleteAccessKeyResponse deleteAccessKey(DeleteAccessKeyRequest request) {
        Members.check(request, "AccessKeyId");
        holder(request.userName()).change((transaction, user) -> {
            new KeyRecords(transaction)
                    .delete(require(transaction, user, request.accessKeyId()).id());
            return user;
        });
        issued.refresh(request.accessKeyId());
        return DeleteAccessKeyResponse.builder().build();
    }

    @Override
    public ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest request) {
        Members.check(request);
        return holder(request.userName()).read((handle, user) -> {
            Listing<KeyRecord> page =
                    Listing.of(new KeyRecords(handle).of(user), KeyRecord::id, request.marker(), request.maxItems());
            return ListAccessKeysResponse.builder()
                    .accessKeyMetadata(page.entries().stream()
                            .map(key -> AccessKeyMetadata.builder()
                                    .userName(user.name())
                                    .accessKeyId(key.id())
                                    .status(key.active() ? StatusType.ACTIVE : StatusType.INACTIVE)
                                    .createDate(key.createdAt())
                                    .build())
                            .toList())
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build();
        });
    }

    @Override
    public GetAccessKeyLastUsedResponse getAccessKeyLastUsed(GetAccessKeyLastUsedRequest request) {
        Members.check(request, "AccessKeyId");
        return scope.state().read(handle -> {
            KeyRecord key = new KeyRecords(handle)
                    .find(request.accessKeyId())
                    .orElseThrow(() -> missing(request.accessKeyId()));
            Entity owner = new Entities(handle)
                    .find(key.owner())
                    .filter(user -> user.account().equals(scope.account()))
                    .orElseThrow(() -> missing(request.accessKeyId()));
            return GetAccessKeyLastUsedResponse.builder()
                    .userName(owner.name())
                    .accessKeyLastUsed(lastUsed(issued.lastUse(key.id()).or(key::use)))
                    .build();
        });
    }

    private static AccessKeyLastUsed lastUsed(Optional<Use> last) {
        return AccessKeyLastUsed.builder()
                .lastUsedDate(last.map(Use::time).orElse(null))
                .serviceName(last.map(Use::service).orElse(NOT_USED))
                .region(last.map(Use::region).orElse(NOT_USED))
                .build();
    }

    private static KeyRecord require(Handle handle, Entity user, String id) {
        return new KeyRecords(handle)
                .find(id)
                .filter(key -> key.owner() == user.id())
                .orElseThrow(() -> missing(id));
    }

    private static RuntimeException missing(String id) {
        return Failures.missing("The Access Key with id " + id + " cannot be found.");
    }

    private Holder holder(String name) {
        return new Holder(scope, Kind.USER, self.name(name));
    }
}
