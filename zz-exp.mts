import { openHost } from './src/localhost/host';
import { copyFileSync } from 'node:fs';
copyFileSync('/tmp/s1.ledger','/tmp/s2.ledger');
for (const i of [1,2,3]){const s=performance.now();const h=await openHost({project:'dist',file:'/tmp/s2.ledger',title:'x'});console.log(i,'open',Math.round(performance.now()-s),h.executions.length);
const t=performance.now();h.evaluate('SpreadsheetApp.getActive().getSheetByName("Contributions").getRange("E2").setValue(7+'+i+'*0)');console.log('edit',Math.round(performance.now()-t));
 if(i==1){/* same value */} h.close();
 const s2=performance.now();const h2=await openHost({project:'dist',file:'/tmp/s2.ledger',title:'x'});console.log(' reopen after edit',Math.round(performance.now()-s2),h2.executions.length);h2.close();
 const s3=performance.now();const h3=await openHost({project:'dist',file:'/tmp/s2.ledger',title:'x'});console.log(' trusted',Math.round(performance.now()-s3),h3.executions.length);h3.close();}
