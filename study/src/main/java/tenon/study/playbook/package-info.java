/** Playbooks and cases as files: read, rehearsed on the twin, scored, searched, learnt from. */
@NullMarked
package tenon.study.playbook;

import org.jspecify.annotations.NullMarked;
