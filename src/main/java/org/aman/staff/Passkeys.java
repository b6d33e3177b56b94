package org.aman.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Where the public halves of people's passkeys are kept. */
@Component
class Passkeys implements UserCredentialRepository {
    private final JdbcClient jdbc;
    private final RealTime time;

    Passkeys(JdbcClient jdbc, RealTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The account as passkeys know it: by its random id. */
    static Bytes handle(Volunteer.Id id) {
        return new Bytes(id.value().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Volunteer.Id owner(Bytes handle) {
        return new Volunteer.Id(new String(handle.getBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public void save(CredentialRecord passkey) {
        jdbc.sql("""
                insert into passkey (id, volunteer_id, label, public_key, attestation, since_at, used_at)
                values (:id, :volunteer, :label, :key, :attestation, :now, :now)
                on conflict (id) do update set used_at = :now
                """)
                .param("id", passkey.getCredentialId().toBase64UrlString())
                .param("volunteer", owner(passkey.getUserEntityUserId()).value())
                .param("label", passkey.getLabel())
                .param("key", new Bytes(passkey.getPublicKey().getBytes()).toBase64UrlString())
                .param("attestation", Objects.requireNonNull(passkey.getAttestationObject()).toBase64UrlString())
                .param("now", time.millis())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql("""
                select id, volunteer_id, label, public_key, attestation, since_at, used_at
                  from passkey
                 where id = :id
                """)
                .param("id", id.toBase64UrlString())
                .query(Passkeys::toRecord)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("""
                select id, volunteer_id, label, public_key, attestation, since_at, used_at
                  from passkey
                 where volunteer_id = :volunteer
                 order by since_at, id
                """)
                .param("volunteer", owner(handle).value())
                .query(Passkeys::toRecord)
                .list();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from passkey where id = :id")
                .param("id", id.toBase64UrlString())
                .update();
    }

    private static CredentialRecord toRecord(ResultSet row, int index) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("id")))
                .userEntityUserId(handle(new Volunteer.Id(row.getString("volunteer_id"))))
                .label(row.getString("label"))
                .transports(Set.of())
                .publicKey(new ImmutablePublicKeyCose(
                        Bytes.fromBase64(row.getString("public_key")).getBytes()))
                .attestationObject(Bytes.fromBase64(row.getString("attestation")))
                .created(Instant.ofEpochMilli(row.getLong("since_at")))
                .lastUsed(Instant.ofEpochMilli(row.getLong("used_at")))
                .build();
    }

    /** Takes one of this account away; false where it has none of this id. */
    boolean remove(Volunteer.Id owner, String id) {
        return jdbc.sql("delete from passkey where id = :id and volunteer_id = :owner")
                .param("id", id)
                .param("owner", owner.value())
                .update() == 1;
    }

    void forget(Volunteer.Id owner) {
        jdbc.sql("delete from passkey where volunteer_id = :owner")
                .param("owner", owner.value())
                .update();
    }

    /** Notes that a challenge was answered; false where it was before. */
    boolean answered(String hash, Instant until) {
        return jdbc.sql("""
                insert into passkey_answered (hash, until_at) values (:hash, :until)
                    on conflict (hash) do nothing
                """).param("hash", hash).param("until", until.toEpochMilli()).update() == 1;
    }

    void sweep() {
        jdbc.sql("delete from passkey_answered where until_at <= :now")
                .param("now", time.millis())
                .update();
    }
}
