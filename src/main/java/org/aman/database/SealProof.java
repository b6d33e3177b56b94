package org.aman.database;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A known text kept closed in the database: it tells whether the key file at hand is the one the database needs. */
final class SealProof {
    private static final String PURPOSE = "seal proof";
    private static final String KNOWN = "aman";

    private final JdbcClient jdbc;

    SealProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The seal of this key file, made on the very first start; refused where the database was closed by other keys. */
    Seal seal(KeyFile keyFile) {
        if (!keyFile.exists()) {
            if (proof().isPresent()) {
                throw new Refusal(keyFile + " is missing, but this database was closed with it: put the file back."
                        + " Without it nobody can be reached again; to start anew, remove the database too");
            }
            keyFile.make();
        }
        Seal seal = new Seal(keyFile.read());
        String closed = seal.close(PURPOSE, KNOWN);
        jdbc.sql("""
                insert into seal_proof (id, closed) values (1, :closed)
                    on conflict (id) do nothing
                """).param("closed", closed).update();
        if (proof().map(known -> !opens(seal, known)).orElse(true)) {
            throw new Refusal(keyFile + " is not the key this database was closed with: put the right file back");
        }
        // After a rotation the newest key must prove itself too, so that the old one can be forgotten one day.
        jdbc.sql("update seal_proof set closed = :closed where id = 1 and closed <> :closed")
                .param("closed", closed)
                .update();
        return seal;
    }

    private Optional<String> proof() {
        return jdbc.sql("select closed from seal_proof where id = 1")
                .query(String.class)
                .optional();
    }

    private static boolean opens(Seal seal, String proof) {
        try {
            return seal.open(PURPOSE, proof).equals(KNOWN);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
