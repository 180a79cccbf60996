// \0rolldown/runtime.js
var e = /* @__PURE__ */ ((e) => typeof require < "u" ? require : typeof Proxy < "u" ? new Proxy(e, { get: (e, t) => (typeof require < "u" ? require : e)[t] }) : e)(function(e) {
	if (typeof require < "u") return require.apply(this, arguments);
	throw Error("Calling `require` for \"" + e + "\" in an environment that doesn't expose the `require` function. See https://rolldown.rs/in-depth/bundling-cjs#require-external-modules for more details.");
}), t = class {
	capacity;
	dropped;
	entries = /* @__PURE__ */ new Map();
	constructor(e, t = () => {}) {
		this.capacity = e, this.dropped = t;
	}
	get(e, t) {
		let n = this.entries.get(e);
		if (n === void 0) {
			let r = t();
			n = r, r instanceof Promise && r.catch(() => this.entries.get(e) === r && this.entries.delete(e));
		} else this.entries.delete(e);
		if (this.entries.set(e, n), this.entries.size > this.capacity) {
			let [e, t] = this.entries.entries().next().value;
			this.entries.delete(e), this.dropped(t);
		}
		return n;
	}
}, n = new t(24);
function r(e, t) {
	return n.get(e, async () => {
		let n;
		try {
			n = await fetch(e);
		} catch {
			throw Error(`The ${t} could not be fetched: the server did not answer.`);
		}
		if (!n.ok) throw Error(`The ${t} could not be fetched: the server answered ${n.status}.`);
		return n.arrayBuffer();
	});
}
async function i(e, t, n) {
	let i = await r(e, n);
	return o(i, 4 * t, n), new Float32Array(i);
}
async function a(e, t, n) {
	let i = await r(e, n);
	return o(i, 4 * t, n), new Int32Array(i);
}
function o(e, t, n) {
	if (e.byteLength !== t) throw Error(`The ${n} are damaged: ${e.byteLength} bytes came, ${t} were announced.`);
}
// src/decode/batch.worker.ts?worker&inline
var s = "var e=/* @__PURE__ */ (e=>typeof require<`u`?require:typeof Proxy<`u`?new Proxy(e,{get:(e,t)=>(typeof require<`u`?require:e)[t]}):e)(function(e){if(typeof require<`u`)return require.apply(this,arguments);throw Error('Calling `require` for \"'+e+\"\\\" in an environment that doesn't expose the `require` function. See https://rolldown.rs/in-depth/bundling-cjs#require-external-modules for more details.\")}),t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.prototype.hasOwnProperty,a=(t=>typeof e<`u`?e:typeof Proxy<`u`?new Proxy(t,{get:(t,n)=>(typeof e<`u`?e:t)[n]}):t)(function(t){\n/*!\n* ONNX Runtime Web v1.30.0\n* Copyright (c) Microsoft Corporation. All rights reserved.\n* Licensed under the MIT License.\n*/\nif(typeof e<`u`)return e.apply(this,arguments);throw Error(`Dynamic require of \"`+t+`\" is not supported`)}),o=(e,t,n)=>()=>{if(n)throw n[0];try{return e&&(t=e(e=0)),t}catch(e){throw n=[e],e}},s=(e,n)=>{for(var r in n)t(e,r,{get:n[r],enumerable:!0})},c=(e,a,o,s)=>{if(a&&typeof a==`object`||typeof a==`function`)for(let c of r(a))!i.call(e,c)&&c!==o&&t(e,c,{get:()=>a[c],enumerable:!(s=n(a,c))||s.enumerable});return e},l=e=>c(t({},`__esModule`,{value:!0}),e),u,d,f,p,m,h=o(()=>{u=/* @__PURE__ */ new Map,d=[],f=(e,t,n)=>{if(t&&typeof t.init==`function`&&typeof t.createInferenceSessionHandler==`function`){let r=u.get(e);if(r===void 0)u.set(e,{backend:t,priority:n});else{if(r.priority>n)return;if(r.priority===n&&r.backend!==t)throw Error(`cannot register backend \"${e}\" using priority ${n}`)}if(n>=0){let t=d.indexOf(e);t!==-1&&d.splice(t,1);for(let t=0;t<d.length;t++)if(u.get(d[t]).priority<=n){d.splice(t,0,e);return}d.push(e)}}else throw TypeError(`not a valid backend`)},p=async e=>{let t=u.get(e);if(!t)return`backend not found.`;if(t.initialized)return t.backend;if(t.aborted)return t.error;{let n=!!t.initPromise;try{return n||(t.initPromise=t.backend.init(e)),await t.initPromise,t.initialized=!0,t.backend}catch(e){return n||(t.error=`${e}`,t.aborted=!0),t.error}finally{delete t.initPromise}}},m=async e=>{let t=e.executionProviders||[],n=t.map(e=>typeof e==`string`?e:e.name),r=n.length===0?d:n,i,a=[],o=/* @__PURE__ */ new Set;for(let e of r){let t=await p(e);typeof t==`string`?a.push({name:e,err:t}):(i||=t,i===t&&o.add(e))}if(!i)throw Error(`no available backend found. ERR: ${a.map(e=>`[${e.name}] ${e.err}`).join(`, `)}`);for(let{name:e,err:t}of a)n.includes(e)&&console.warn(`removing requested execution provider \"${e}\" from session options because it is not available: ${t}`);let s=t.filter(e=>o.has(typeof e==`string`?e:e.name));return[i,new Proxy(e,{get:(e,t)=>t===`executionProviders`?s:Reflect.get(e,t)})]}}),g=o(()=>{h()}),_,v=o(()=>{_=`1.30.0`}),y,b,ee=o(()=>{v(),y=`warning`,b={wasm:{},webgl:{},webgpu:{},versions:{common:_},set logLevel(e){if(e!==void 0){if(typeof e!=`string`||[`verbose`,`info`,`warning`,`error`,`fatal`].indexOf(e)===-1)throw Error(`Unsupported logging level: ${e}`);y=e}},get logLevel(){return y}},Object.defineProperty(b,\"logLevel\",{enumerable:!0})}),x,te=o(()=>{ee(),x=b}),S,C,ne=o(()=>{S=(e,t)=>{let n=typeof document<`u`?document.createElement(`canvas`):new OffscreenCanvas(1,1);n.width=e.dims[3],n.height=e.dims[2];let r=n.getContext(`2d`);if(r!=null){let i,a;t?.tensorLayout!==void 0&&t.tensorLayout===`NHWC`?(i=e.dims[2],a=e.dims[3]):(i=e.dims[3],a=e.dims[2]);let o=t?.format===void 0?`RGB`:t.format,s=t?.norm,c,l;s===void 0||s.mean===void 0?c=[255,255,255,255]:typeof s.mean==`number`?c=[s.mean,s.mean,s.mean,s.mean]:(c=[s.mean[0],s.mean[1],s.mean[2],0],s.mean[3]!==void 0&&(c[3]=s.mean[3])),s===void 0||s.bias===void 0?l=[0,0,0,0]:typeof s.bias==`number`?l=[s.bias,s.bias,s.bias,s.bias]:(l=[s.bias[0],s.bias[1],s.bias[2],0],s.bias[3]!==void 0&&(l[3]=s.bias[3]));let u=a*i,d=0,f=u,p=u*2,m=-1;o===`RGBA`?(d=0,f=u,p=u*2,m=u*3):o===`RGB`?(d=0,f=u,p=u*2):o===`RBG`&&(d=0,p=u,f=u*2);for(let t=0;t<a;t++)for(let n=0;n<i;n++){let i=(e.data[d++]-l[0])*c[0],a=(e.data[f++]-l[1])*c[1],o=(e.data[p++]-l[2])*c[2],s=m===-1?255:(e.data[m++]-l[3])*c[3];r.fillStyle=`rgba(`+i+`,`+a+`,`+o+`,`+s+`)`,r.fillRect(n,t,1,1)}if(`toDataURL`in n)return n.toDataURL();throw Error(`toDataURL is not supported`)}throw Error(`Can not access image data`)},C=(e,t)=>{let n=typeof document<`u`?document.createElement(`canvas`).getContext(`2d`):new OffscreenCanvas(1,1).getContext(`2d`),r;if(n!=null){let i,a,o;t?.tensorLayout!==void 0&&t.tensorLayout===`NHWC`?(i=e.dims[2],a=e.dims[1],o=e.dims[3]):(i=e.dims[3],a=e.dims[2],o=e.dims[1]);let s=t!==void 0&&t.format!==void 0?t.format:`RGB`,c=t?.norm,l,u;c===void 0||c.mean===void 0?l=[255,255,255,255]:typeof c.mean==`number`?l=[c.mean,c.mean,c.mean,c.mean]:(l=[c.mean[0],c.mean[1],c.mean[2],255],c.mean[3]!==void 0&&(l[3]=c.mean[3])),c===void 0||c.bias===void 0?u=[0,0,0,0]:typeof c.bias==`number`?u=[c.bias,c.bias,c.bias,c.bias]:(u=[c.bias[0],c.bias[1],c.bias[2],0],c.bias[3]!==void 0&&(u[3]=c.bias[3]));let d=a*i;if(t!==void 0&&(t.format!==void 0&&o===4&&t.format!==`RGBA`||o===3&&t.format!==`RGB`&&t.format!==`BGR`))throw Error(`Tensor format doesn't match input tensor dims`);let f=0,p=1,m=2,h=3,g=0,_=d,v=d*2,y=-1;s===`RGBA`?(g=0,_=d,v=d*2,y=d*3):s===`RGB`?(g=0,_=d,v=d*2):s===`RBG`&&(g=0,v=d,_=d*2),r=n.createImageData(i,a);for(let t=0;t<a*i;f+=4,p+=4,m+=4,h+=4,t++)r.data[f]=(e.data[g++]-u[0])*l[0],r.data[p]=(e.data[_++]-u[1])*l[1],r.data[m]=(e.data[v++]-u[2])*l[2],r.data[h]=y===-1?255:(e.data[y++]-u[3])*l[3]}else throw Error(`Can not access image data`);return r}}),w,re,ie,ae,oe,se,ce=o(()=>{he(),w=(e,t)=>{if(e===void 0)throw Error(`Image buffer must be defined`);if(t.height===void 0||t.width===void 0)throw Error(`Image height and width must be defined`);if(t.tensorLayout===`NHWC`)throw Error(`NHWC Tensor layout is not supported yet`);let{height:n,width:r}=t,i=t.norm??{mean:255,bias:0},a,o;a=typeof i.mean==`number`?[i.mean,i.mean,i.mean,i.mean]:[i.mean[0],i.mean[1],i.mean[2],i.mean[3]??255],o=typeof i.bias==`number`?[i.bias,i.bias,i.bias,i.bias]:[i.bias[0],i.bias[1],i.bias[2],i.bias[3]??0];let s=t.format===void 0?`RGBA`:t.format,c=t.tensorFormat!==void 0&&t.tensorFormat!==void 0?t.tensorFormat:`RGB`,l=n*r,u=c===`RGBA`?new Float32Array(l*4):new Float32Array(l*3),d=4,f=0,p=1,m=2,h=3,g=0,_=l,v=l*2,y=-1;s===`RGB`&&(d=3,f=0,p=1,m=2,h=-1),c===`RGBA`?y=l*3:c===`RBG`?(g=0,v=l,_=l*2):c===`BGR`&&(v=0,_=l,g=l*2);for(let t=0;t<l;t++,f+=d,m+=d,p+=d,h+=d)u[g++]=(e[f]+o[0])/a[0],u[_++]=(e[p]+o[1])/a[1],u[v++]=(e[m]+o[2])/a[2],y!==-1&&h!==-1&&(u[y++]=(e[h]+o[3])/a[3]);return c===`RGBA`?new D(`float32`,u,[1,4,n,r]):new D(`float32`,u,[1,3,n,r])},re=async(e,t)=>{let n=typeof HTMLImageElement<`u`&&e instanceof HTMLImageElement,r=typeof ImageData<`u`&&e instanceof ImageData,i=typeof ImageBitmap<`u`&&e instanceof ImageBitmap,a=typeof e==`string`,o,s=t??{},c=()=>{if(typeof document<`u`)return document.createElement(`canvas`);if(typeof OffscreenCanvas<`u`)return new OffscreenCanvas(1,1);throw Error(`Canvas is not supported`)},l=e=>typeof HTMLCanvasElement<`u`&&e instanceof HTMLCanvasElement||e instanceof OffscreenCanvas?e.getContext(`2d`):null;if(n){let n=c();n.width=e.width,n.height=e.height;let r=l(n);if(r!=null){let n=e.height,i=e.width;if(t!==void 0&&t.resizedHeight!==void 0&&t.resizedWidth!==void 0&&(n=t.resizedHeight,i=t.resizedWidth),t!==void 0){if(s=t,t.tensorFormat!==void 0)throw Error(`Image input config format must be RGBA for HTMLImageElement`);s.tensorFormat=`RGBA`,s.height=n,s.width=i}else s.tensorFormat=`RGBA`,s.height=n,s.width=i;r.drawImage(e,0,0),o=r.getImageData(0,0,i,n).data}else throw Error(`Can not access image data`)}else if(r){let n,r;if(t!==void 0&&t.resizedWidth!==void 0&&t.resizedHeight!==void 0?(n=t.resizedHeight,r=t.resizedWidth):(n=e.height,r=e.width),t!==void 0&&(s=t),s.format=`RGBA`,s.height=n,s.width=r,t!==void 0){let t=c();t.width=r,t.height=n;let i=l(t);if(i!=null)i.putImageData(e,0,0),o=i.getImageData(0,0,r,n).data;else throw Error(`Can not access image data`)}else o=e.data}else if(i){if(t===void 0)throw Error(`Please provide image config with format for Imagebitmap`);let n=c();n.width=e.width,n.height=e.height;let r=l(n);if(r!=null){let t=e.height,n=e.width;return r.drawImage(e,0,0,n,t),o=r.getImageData(0,0,n,t).data,s.height=t,s.width=n,w(o,s)}throw Error(`Can not access image data`)}else{if(a)return new Promise((t,n)=>{let r=c(),i=l(r);if(!e||!i)return n();let a=new Image;a.crossOrigin=`Anonymous`,a.src=e,a.onload=()=>{r.width=a.width,r.height=a.height,i.drawImage(a,0,0,r.width,r.height);let e=i.getImageData(0,0,r.width,r.height);s.height=r.height,s.width=r.width,t(w(e.data,s))}});throw Error(`Input data provided is not supported - aborted tensor creation`)}if(o!==void 0)return w(o,s);throw Error(`Input data provided is not supported - aborted tensor creation`)},ie=(e,t)=>{let{width:n,height:r,download:i,dispose:a}=t;return new D({location:`texture`,type:`float32`,texture:e,dims:[1,r,n,4],download:i,dispose:a})},ae=(e,t)=>{let{dataType:n,dims:r,download:i,dispose:a}=t;return new D({location:`gpu-buffer`,type:n??`float32`,gpuBuffer:e,dims:r,download:i,dispose:a})},oe=(e,t)=>{let{dataType:n,dims:r,download:i,dispose:a}=t;return new D({location:`ml-tensor`,type:n??`float32`,mlTensor:e,dims:r,download:i,dispose:a})},se=(e,t,n)=>new D({location:`cpu-pinned`,type:e,data:t,dims:n??[t.length]})}),T,E,le,ue,de=o(()=>{T=/* @__PURE__ */ new Map([[`float32`,Float32Array],[`uint8`,Uint8Array],[`int8`,Int8Array],[`uint16`,Uint16Array],[`int16`,Int16Array],[`int32`,Int32Array],[`bool`,Uint8Array],[`float64`,Float64Array],[`uint32`,Uint32Array],[`int4`,Uint8Array],[`uint4`,Uint8Array]]),E=/* @__PURE__ */ new Map([[Float32Array,`float32`],[Uint8Array,`uint8`],[Int8Array,`int8`],[Uint16Array,`uint16`],[Int16Array,`int16`],[Int32Array,`int32`],[Float64Array,`float64`],[Uint32Array,`uint32`]]),le=!1,ue=()=>{if(!le){le=!0;let e=typeof BigInt64Array<`u`&&BigInt64Array.from,t=typeof BigUint64Array<`u`&&BigUint64Array.from,n=globalThis.Float16Array,r=typeof n<`u`&&n.from;e&&(T.set(`int64`,BigInt64Array),E.set(BigInt64Array,`int64`)),t&&(T.set(`uint64`,BigUint64Array),E.set(BigUint64Array,`uint64`)),r?(T.set(`float16`,n),E.set(n,`float16`)):T.set(`float16`,Uint16Array)}}}),fe,pe,me=o(()=>{he(),fe=e=>{let t=1;for(let n=0;n<e.length;n++){let r=e[n];if(typeof r!=`number`||!Number.isSafeInteger(r))throw TypeError(`dims[${n}] must be an integer, got: ${r}`);if(r<0)throw RangeError(`dims[${n}] must be a non-negative integer, got: ${r}`);t*=r}return t},pe=(e,t)=>{switch(e.location){case`cpu`:return new D(e.type,e.data,t);case`cpu-pinned`:return new D({location:`cpu-pinned`,data:e.data,type:e.type,dims:t});case`texture`:return new D({location:`texture`,texture:e.texture,type:e.type,dims:t});case`gpu-buffer`:return new D({location:`gpu-buffer`,gpuBuffer:e.gpuBuffer,type:e.type,dims:t});case`ml-tensor`:return new D({location:`ml-tensor`,mlTensor:e.mlTensor,type:e.type,dims:t});default:throw Error(`tensorReshape: tensor location ${e.location} is not supported`)}}}),D,he=o(()=>{ne(),ce(),de(),me(),D=class{constructor(e,t,n){ue();let r,i;if(typeof e==`object`&&`location`in e)switch(this.dataLocation=e.location,r=e.type,i=e.dims,e.location){case`cpu-pinned`:{let t=T.get(r);if(!t)throw TypeError(`unsupported type \"${r}\" to create tensor from pinned buffer`);if(!(e.data instanceof t))throw TypeError(`buffer should be of type ${t.name}`);this.cpuData=e.data;break}case`texture`:if(r!==`float32`)throw TypeError(`unsupported type \"${r}\" to create tensor from texture`);this.gpuTextureData=e.texture,this.downloader=e.download,this.disposer=e.dispose;break;case`gpu-buffer`:if(r!==`float32`&&r!==`float16`&&r!==`int32`&&r!==`int64`&&r!==`uint32`&&r!==`uint8`&&r!==`bool`&&r!==`uint4`&&r!==`int4`)throw TypeError(`unsupported type \"${r}\" to create tensor from gpu buffer`);this.gpuBufferData=e.gpuBuffer,this.downloader=e.download,this.disposer=e.dispose;break;case`ml-tensor`:if(r!==`float32`&&r!==`float16`&&r!==`int32`&&r!==`int64`&&r!==`uint32`&&r!==`uint64`&&r!==`int8`&&r!==`uint8`&&r!==`bool`&&r!==`uint4`&&r!==`int4`)throw TypeError(`unsupported type \"${r}\" to create tensor from MLTensor`);this.mlTensorData=e.mlTensor,this.downloader=e.download,this.disposer=e.dispose;break;default:throw Error(`Tensor constructor: unsupported location '${this.dataLocation}'`)}else{let a,o;if(typeof e==`string`){if(r=e,o=n,e===`string`){if(!Array.isArray(t))throw TypeError(`A string tensor's data must be a string array.`);a=t}else{let n=T.get(e);if(n===void 0)throw TypeError(`Unsupported tensor type: ${e}.`);if(Array.isArray(t)){if(e===`float16`&&n===Uint16Array||e===`uint4`||e===`int4`)throw TypeError(`Creating a ${e} tensor from number array is not supported. Please use ${n.name} as data.`);a=e===`uint64`||e===`int64`?n.from(t,BigInt):n.from(t)}else if(t instanceof n)a=t;else if(t instanceof Uint8ClampedArray){if(e===`uint8`)a=Uint8Array.from(t);else throw TypeError(`A Uint8ClampedArray tensor's data must be type of uint8`)}else if(e===`float16`&&t instanceof Uint16Array&&n!==Uint16Array)a=new globalThis.Float16Array(t.buffer,t.byteOffset,t.length);else throw TypeError(`A ${r} tensor's data must be type of ${n}`)}}else if(o=t,Array.isArray(e)){if(e.length===0)throw TypeError(`Tensor type cannot be inferred from an empty array.`);let t=typeof e[0];if(t===`string`)r=`string`,a=e;else if(t===`boolean`)r=`bool`,a=Uint8Array.from(e);else throw TypeError(`Invalid element type of data array: ${t}.`)}else if(e instanceof Uint8ClampedArray)r=`uint8`,a=Uint8Array.from(e);else{let t=E.get(e.constructor);if(t===void 0)throw TypeError(`Unsupported type for tensor data: ${e.constructor}.`);r=t,a=e}if(o===void 0)o=[a.length];else if(!Array.isArray(o))throw TypeError(`A tensor's dims must be a number array`);i=o,this.cpuData=a,this.dataLocation=`cpu`}let a=fe(i);if(this.cpuData&&a!==this.cpuData.length&&(r!==`uint4`&&r!==`int4`||Math.ceil(a/2)!==this.cpuData.length))throw Error(`Tensor's size(${a}) does not match data length(${this.cpuData.length}).`);this.type=r,this.dims=i,this.size=a}static async fromImage(e,t){return re(e,t)}static fromTexture(e,t){return ie(e,t)}static fromGpuBuffer(e,t){return ae(e,t)}static fromMLTensor(e,t){return oe(e,t)}static fromPinnedBuffer(e,t,n){return se(e,t,n)}toDataURL(e){return S(this,e)}toImageData(e){return C(this,e)}get data(){if(this.ensureValid(),!this.cpuData)throw Error(\"The data is not on CPU. Use `getData()` to download GPU data to CPU, or use `texture` or `gpuBuffer` property to access the GPU data directly.\");return this.cpuData}get location(){return this.dataLocation}get texture(){if(this.ensureValid(),!this.gpuTextureData)throw Error(`The data is not stored as a WebGL texture.`);return this.gpuTextureData}get gpuBuffer(){if(this.ensureValid(),!this.gpuBufferData)throw Error(`The data is not stored as a WebGPU buffer.`);return this.gpuBufferData}get mlTensor(){if(this.ensureValid(),!this.mlTensorData)throw Error(`The data is not stored as a WebNN MLTensor.`);return this.mlTensorData}async getData(e){switch(this.ensureValid(),this.dataLocation){case`cpu`:case`cpu-pinned`:return this.data;case`texture`:case`gpu-buffer`:case`ml-tensor`:if(!this.downloader)throw Error(`The current tensor is not created with a specified data downloader.`);if(this.isDownloading)throw Error(`The current tensor is being downloaded.`);try{this.isDownloading=!0;let t=await this.downloader();return this.downloader=void 0,this.dataLocation=`cpu`,this.cpuData=t,e&&this.disposer&&(this.disposer(),this.disposer=void 0),t}finally{this.isDownloading=!1}default:throw Error(`cannot get data from location: ${this.dataLocation}`)}}dispose(){if(this.isDownloading)throw Error(`The current tensor is being downloaded.`);this.disposer&&=(this.disposer(),void 0),this.cpuData=void 0,this.gpuTextureData=void 0,this.gpuBufferData=void 0,this.mlTensorData=void 0,this.downloader=void 0,this.isDownloading=void 0,this.dataLocation=`none`}ensureValid(){if(this.dataLocation===`none`)throw Error(`The tensor is disposed.`)}reshape(e){if(this.ensureValid(),this.downloader||this.disposer)throw Error(`Cannot reshape a tensor that owns GPU resource.`);return pe(this,e)}}}),O,ge=o(()=>{he(),O=D}),_e,ve,k,A,j,M,ye=o(()=>{ee(),_e=(e,t)=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.timeStamp(`${e}::ORT::${t}`)},ve=(e,t)=>{let n=(/* @__PURE__ */ Error()).stack?.split(/\\r\\n|\\r|\\n/g)||[],r=!1;for(let i=0;i<n.length;i++){if(r&&!n[i].includes(`TRACE_FUNC`)){let r=`FUNC_${e}::${n[i].trim().split(` `)[1]}`;t&&(r+=`::${t}`),_e(`CPU`,r);return}n[i].includes(`TRACE_FUNC`)&&(r=!0)}},k=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||ve(`BEGIN`,e)},A=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||ve(`END`,e)},j=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.time(`ORT::${e}`)},M=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.timeEnd(`ORT::${e}`)}}),be,xe=o(()=>{h(),ge(),ye(),be=class e{constructor(e){this.handler=e}async run(e,t,n){k(),j(`InferenceSession.run`);let r={},i={};if(typeof e!=`object`||!e||e instanceof O||Array.isArray(e))throw TypeError(`'feeds' must be an object that use input names as keys and OnnxValue as corresponding values.`);let a=!0;if(typeof t==`object`){if(t===null)throw TypeError(`Unexpected argument[1]: cannot be null.`);if(t instanceof O)throw TypeError(`'fetches' cannot be a Tensor`);if(Array.isArray(t)){if(t.length===0)throw TypeError(`'fetches' cannot be an empty array.`);a=!1;for(let e of t){if(typeof e!=`string`)throw TypeError(`'fetches' must be a string array or an object.`);if(this.outputNames.indexOf(e)===-1)throw RangeError(`'fetches' contains invalid output name: ${e}.`);r[e]=null}if(typeof n==`object`&&n)i=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else{let e=!1,o=Object.getOwnPropertyNames(t);for(let n of this.outputNames)if(o.indexOf(n)!==-1){let i=t[n];(i===null||i instanceof O)&&(e=!0,a=!1,r[n]=i)}if(e){if(typeof n==`object`&&n)i=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else i=t}}else if(typeof t<`u`)throw TypeError(`Unexpected argument[1]: must be 'fetches' or 'options'.`);for(let t of this.inputNames)if(typeof e[t]>`u`)throw Error(`input '${t}' is missing in 'feeds'.`);if(a)for(let e of this.outputNames)r[e]=null;let o=await this.handler.run(e,r,i),s={};for(let e in o)if(Object.hasOwnProperty.call(o,e)){let t=o[e];s[e]=t instanceof O?t:new O(t.type,t.data,t.dims)}return M(`InferenceSession.run`),A(),s}async release(){return this.handler.dispose()}static async create(t,n,r,i){k(),j(`InferenceSession.create`);let a,o={};if(typeof t==`string`){if(a=t,typeof n==`object`&&n)o=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else if(t instanceof Uint8Array){if(a=t,typeof n==`object`&&n)o=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else if(t instanceof ArrayBuffer||typeof SharedArrayBuffer<`u`&&t instanceof SharedArrayBuffer){let e=t,s=0,c=t.byteLength;if(typeof n==`object`&&n)o=n;else if(typeof n==`number`){if(s=n,!Number.isSafeInteger(s))throw RangeError(`'byteOffset' must be an integer.`);if(s<0||s>=e.byteLength)throw RangeError(`'byteOffset' is out of range [0, ${e.byteLength}).`);if(c=t.byteLength-s,typeof r==`number`){if(c=r,!Number.isSafeInteger(c))throw RangeError(`'byteLength' must be an integer.`);if(c<=0||s+c>e.byteLength)throw RangeError(`'byteLength' is out of range (0, ${e.byteLength-s}].`);if(typeof i==`object`&&i)o=i;else if(typeof i<`u`)throw TypeError(`'options' must be an object.`)}else if(typeof r<`u`)throw TypeError(`'byteLength' must be a number.`)}else if(typeof n<`u`)throw TypeError(`'options' must be an object.`);a=new Uint8Array(e,s,c)}else throw TypeError(`Unexpected argument[0]: must be 'path' or 'buffer'.`);let[s,c]=await m(o),l=await s.createInferenceSessionHandler(a,c);return M(`InferenceSession.create`),A(),new e(l)}startProfiling(){this.handler.startProfiling()}endProfiling(){this.handler.endProfiling()}get inputNames(){return this.handler.inputNames}get outputNames(){return this.handler.outputNames}get inputMetadata(){return this.handler.inputMetadata}get outputMetadata(){return this.handler.outputMetadata}}}),Se,Ce=o(()=>{xe(),Se=be}),we=o(()=>{}),Te=o(()=>{}),Ee=o(()=>{}),De=o(()=>{});s({},{InferenceSession:()=>Se,TRACE:()=>_e,TRACE_EVENT_BEGIN:()=>j,TRACE_EVENT_END:()=>M,TRACE_FUNC_BEGIN:()=>k,TRACE_FUNC_END:()=>A,Tensor:()=>O,env:()=>x,registerBackend:()=>f});var N=o(()=>{g(),te(),Ce(),ge(),we(),Te(),ye(),Ee(),De()}),Oe=o(()=>{}),ke={};s(ke,{default:()=>Me});var Ae,je,Me,Ne=o(()=>{kt(),z(),Ke(),Ae=`ort-wasm-proxy-worker`,je=globalThis.self?.name===Ae,je&&(self.onmessage=e=>{let{type:t,in:n}=e.data;try{switch(t){case`init-wasm`:Qe(n.wasm).then(()=>{vt(n).then(()=>{postMessage({type:t})},e=>{postMessage({type:t,err:e})})},e=>{postMessage({type:t,err:e})});break;case`init-ep`:{let{epName:e,env:r}=n;yt(r,e).then(()=>{postMessage({type:t})},e=>{postMessage({type:t,err:e})});break}case`copy-from`:{let{buffer:e}=n,r=St(e);postMessage({type:t,out:r});break}case`create`:{let{model:e,options:r}=n;Ct(e,r).then(e=>{postMessage({type:t,out:e})},e=>{postMessage({type:t,err:e})});break}case`release`:wt(n),postMessage({type:t});break;case`run`:{let{sessionId:e,inputIndices:r,inputs:i,outputIndices:a,options:o}=n;Et(e,r,i,a,Array(a.length).fill(null),o).then(e=>{e.some(e=>e[3]!==`cpu`)?postMessage({type:t,err:`Proxy does not support non-cpu tensor location.`}):postMessage({type:t,out:e},Ot([...i,...e]))},e=>{postMessage({type:t,err:e})});break}case`end-profiling`:Dt(n),postMessage({type:t})}}catch(e){postMessage({type:t,err:e})}}),Me=je?null:e=>new Worker(e??P,{type:`module`,name:Ae})}),Pe,Fe,Ie,P,Le,F,Re,ze,Be,Ve,He,Ue,We,Ge,Ke=o(()=>{Oe(),Pe=typeof location>`u`?void 0:location.origin,Fe=import.meta.url>`file:`&&import.meta.url<`file;`,Ie=()=>Fe?new URL(new URL(`ort.wasm.min.mjs`,import.meta.url).href,Pe).href:import.meta.url,P=Ie(),Le=()=>{if(P&&!P.startsWith(`blob:`))return P.substring(0,P.lastIndexOf(`/`)+1)},F=(e,t)=>{try{let n=t??P;return(n?new URL(e,n):new URL(e)).origin===Pe}catch{return!1}},Re=(e,t)=>{let n=t??P;try{return(n?new URL(e,n):new URL(e)).href}catch{return}},ze=(e,t)=>`${t??`./`}${e}`,Be=async e=>{let t=await(await fetch(e,{credentials:`same-origin`})).blob();return URL.createObjectURL(t)},Ve=async e=>(await import(\n/*webpackIgnore:true*/\n/*@vite-ignore*/\ne)).default,He=(Ne(),l(ke)).default,Ue=async()=>{if(!P)throw Error(`Failed to load proxy worker: cannot determine the script source URL.`);if(F(P))return[void 0,He()];let e=await Be(P);return[e,He(e)]},We=void 0,Ge=async(e,t,n,r)=>{let i=We&&!(e||t);if(i){if(P)i=F(P)||r&&!n;else if(r&&!n)i=!0;else throw Error(`cannot determine the script source URL.`)}if(i)return[void 0,We];{let r=`ort-wasm-simd-threaded.mjs`,i=e??Re(r,t),a=n&&i&&!F(i,t),o=a?await Be(i):i??ze(r,t);return[a?o:void 0,await Ve(o)]}}}),qe,I,L,Je,Ye,Xe,Ze,Qe,R,z=o(()=>{Ke(),I=!1,L=!1,Je=!1,Ye=()=>{if(typeof SharedArrayBuffer>`u`)return!1;try{return typeof MessageChannel<`u`&&new MessageChannel().port1.postMessage(new SharedArrayBuffer(1)),WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,5,4,1,3,1,1,10,11,1,9,0,65,0,254,16,2,0,26,11]))}catch{return!1}},Xe=()=>{try{return WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,10,30,1,28,0,65,0,253,15,253,12,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,253,186,1,26,11]))}catch{return!1}},Ze=()=>{try{return WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,5,1,96,0,1,123,3,2,1,0,10,19,1,17,0,65,1,253,15,65,2,253,15,65,3,253,15,253,147,2,11]))}catch{return!1}},Qe=async e=>{if(I)return Promise.resolve();if(L)throw Error(`multiple calls to 'initializeWebAssembly()' detected.`);if(Je)throw Error(`previous call to 'initializeWebAssembly()' failed.`);L=!0;let t=e.initTimeout,n=e.numThreads;if(e.simd!==!1){if(e.simd===`relaxed`){if(!Ze())throw Error(`Relaxed WebAssembly SIMD is not supported in the current environment.`)}else if(!Xe())throw Error(`WebAssembly SIMD is not supported in the current environment.`)}let r=Ye();n>1&&!r&&(typeof self<`u`&&!self.crossOriginIsolated&&console.warn(`env.wasm.numThreads is set to `+n+`, but this will not work unless you enable crossOriginIsolated mode. See https://web.dev/cross-origin-isolation-guide/ for more info.`),console.warn(`WebAssembly multi-threading is not supported in the current environment. Falling back to single-threading.`),e.numThreads=n=1);let i=e.wasmPaths,a=typeof i==`string`?i:void 0,o=i?.mjs,s=o?.href??o,c=i?.wasm,l=c?.href??c,u=e.wasmBinary,[d,f]=await Ge(s,a,n>1,!!u||!!l),p=!1,m=[];if(t>0&&m.push(new Promise(e=>{setTimeout(()=>{p=!0,e()},t)})),m.push(new Promise((e,t)=>{let r={numThreads:n};if(u)r.wasmBinary=u,r.locateFile=e=>e;else if(l||a)r.locateFile=e=>l??a+e;else if(s&&s.indexOf(`blob:`)!==0)r.locateFile=e=>new URL(e,s).href;else if(d){let e=Le();e&&(r.locateFile=t=>e+t)}f(r).then(t=>{L=!1,I=!0,qe=t,e(),d&&URL.revokeObjectURL(d)},e=>{L=!1,Je=!0,t(e)})})),await Promise.race(m),p)throw Error(`WebAssembly backend initializing failed due to timeout: ${t}ms`)},R=()=>{if(I&&qe)return qe;throw Error(`WebAssembly is not initialized yet.`)}}),B,V,H,$e=o(()=>{z(),B=(e,t)=>{let n=R(),r=n.lengthBytesUTF8(e)+1,i=n._malloc(r);return n.stringToUTF8(e,i,r),t.push(i),i},V=(e,t,n,r)=>{if(typeof e==`object`&&e){if(n.has(e))throw Error(`Circular reference in options`);n.add(e)}Object.entries(e).forEach(([e,i])=>{let a=t?t+e:e;if(typeof i==`object`)V(i,a+`.`,n,r);else if(typeof i==`string`||typeof i==`number`)r(a,i.toString());else if(typeof i==`boolean`)r(a,i?`1`:`0`);else throw Error(`Can't handle extra config type: ${typeof i}`)})},H=e=>{let t=R(),n=t.stackSave();try{let n=t.PTR_SIZE,r=t.stackAlloc(2*n);t._OrtGetLastError(r,r+n);let i=Number(t.getValue(r,n===4?`i32`:`i64`)),a=t.getValue(r+n,`*`),o=a?t.UTF8ToString(a):``;throw Error(`${e} ERROR_CODE: ${i}, ERROR_MESSAGE: ${o}`)}finally{t.stackRestore(n)}}}),et,tt=o(()=>{z(),$e(),et=e=>{let t=R(),n=0,r=[],i=e||{};try{if(e?.logSeverityLevel===void 0)i.logSeverityLevel=2;else if(typeof e.logSeverityLevel!=`number`||!Number.isInteger(e.logSeverityLevel)||e.logSeverityLevel<0||e.logSeverityLevel>4)throw Error(`log severity level is not valid: ${e.logSeverityLevel}`);if(e?.logVerbosityLevel===void 0)i.logVerbosityLevel=0;else if(typeof e.logVerbosityLevel!=`number`||!Number.isInteger(e.logVerbosityLevel))throw Error(`log verbosity level is not valid: ${e.logVerbosityLevel}`);e?.terminate===void 0&&(i.terminate=!1);let a=0;return e?.tag!==void 0&&(a=B(e.tag,r)),n=t._OrtCreateRunOptions(i.logSeverityLevel,i.logVerbosityLevel,!!i.terminate,a),n===0&&H(`Can't create run options.`),e?.extra!==void 0&&V(e.extra,``,/* @__PURE__ */ new WeakSet,(e,i)=>{let a=B(e,r),o=B(i,r);t._OrtAddRunConfigEntry(n,a,o)!==0&&H(`Can't set a run config entry: ${e} - ${i}.`)}),[n,r]}catch(e){throw n!==0&&t._OrtReleaseRunOptions(n),r.forEach(e=>t._free(e)),e}}}),nt,rt,it,U,at,ot,st=o(()=>{z(),$e(),nt=e=>{switch(e){case`disabled`:return 0;case`basic`:return 1;case`extended`:return 2;case`layout`:return 3;case`all`:return 99;default:throw Error(`unsupported graph optimization level: ${e}`)}},rt=e=>{switch(e){case`sequential`:return 0;case`parallel`:return 1;default:throw Error(`unsupported execution mode: ${e}`)}},it=e=>{e.extra||={},e.extra.session||(e.extra.session={});let t=e.extra.session;t.use_ort_model_bytes_directly||=`1`,e.executionProviders&&e.executionProviders.some(e=>(typeof e==`string`?e:e.name)===`webgpu`)&&(e.enableMemPattern=!1)},U=(e,t,n,r)=>{let i=B(t,r),a=B(n,r);R()._OrtAddSessionConfigEntry(e,i,a)!==0&&H(`Can't set a session config entry: ${t} - ${n}.`)},at=async(e,t,n)=>{let r=t.executionProviders;for(let t of r){let r=typeof t==`string`?t:t.name,i=[];switch(r){case`webnn`:if(r=`WEBNN`,U(e,`session.disable_quant_qdq`,`1`,n),U(e,`session.disable_qdq_constant_folding`,`1`,n),typeof t!=`string`){let r=t?.deviceType;r&&U(e,`deviceType`,r,n)}break;case`webgpu`:if(r=`JS`,typeof t!=`string`){let r=t;if(r?.preferredLayout){if(r.preferredLayout!==`NCHW`&&r.preferredLayout!==`NHWC`)throw Error(`preferredLayout must be either 'NCHW' or 'NHWC': ${r.preferredLayout}`);U(e,`preferredLayout`,r.preferredLayout,n)}}break;case`wasm`:case`cpu`:continue;default:throw Error(`not supported execution provider: ${r}`)}let a=B(r,n),o=i.length,s=0,c=0;if(o>0){s=R()._malloc(o*R().PTR_SIZE),n.push(s),c=R()._malloc(o*R().PTR_SIZE),n.push(c);for(let e=0;e<o;e++)R().setValue(s+e*R().PTR_SIZE,i[e][0],`*`),R().setValue(c+e*R().PTR_SIZE,i[e][1],`*`)}await R()._OrtAppendExecutionProvider(e,a,s,c,o)!==0&&H(`Can't append execution provider: ${r}.`)}},ot=async e=>{let t=R(),n=0,r=[],i=e||{};it(i);try{let e=nt(i.graphOptimizationLevel??`all`),a=rt(i.executionMode??`sequential`),o=typeof i.logId==`string`?B(i.logId,r):0,s=i.logSeverityLevel??2;if(!Number.isInteger(s)||s<0||s>4)throw Error(`log severity level is not valid: ${s}`);let c=i.logVerbosityLevel??0;if(!Number.isInteger(c)||c<0||c>4)throw Error(`log verbosity level is not valid: ${c}`);let l=typeof i.optimizedModelFilePath==`string`?B(i.optimizedModelFilePath,r):0;if(n=t._OrtCreateSessionOptions(e,!!i.enableCpuMemArena,!!i.enableMemPattern,a,!!i.enableProfiling,0,o,s,c,l),n===0&&H(`Can't create session options.`),i.executionProviders&&await at(n,i,r),i.enableGraphCapture!==void 0){if(typeof i.enableGraphCapture!=`boolean`)throw Error(`enableGraphCapture must be a boolean value: ${i.enableGraphCapture}`);U(n,`enableGraphCapture`,i.enableGraphCapture.toString(),r)}if(i.freeDimensionOverrides)for(let[e,a]of Object.entries(i.freeDimensionOverrides)){if(typeof e!=`string`)throw Error(`free dimension override name must be a string: ${e}`);if(typeof a!=`number`||!Number.isInteger(a)||a<0)throw Error(`free dimension override value must be a non-negative integer: ${a}`);let i=B(e,r);t._OrtAddFreeDimensionOverride(n,i,a)!==0&&H(`Can't set a free dimension override: ${e} - ${a}.`)}return i.extra!==void 0&&V(i.extra,``,/* @__PURE__ */ new WeakSet,(e,t)=>{U(n,e,t,r)}),[n,r]}catch(e){throw n!==0&&t._OrtReleaseSessionOptions(n)!==0&&H(`Can't release session options.`),r.forEach(e=>t._free(e)),e}}}),W,ct,G,lt,ut,dt,ft,pt,mt=o(()=>{W=e=>{switch(e){case`int8`:return 3;case`uint8`:return 2;case`bool`:return 9;case`int16`:return 5;case`uint16`:return 4;case`int32`:return 6;case`uint32`:return 12;case`float16`:return 10;case`float32`:return 1;case`float64`:return 11;case`string`:return 8;case`int64`:return 7;case`uint64`:return 13;case`int4`:return 22;case`uint4`:return 21;default:throw Error(`unsupported data type: ${e}`)}},ct=e=>{switch(e){case 3:return`int8`;case 2:return`uint8`;case 9:return`bool`;case 5:return`int16`;case 4:return`uint16`;case 6:return`int32`;case 12:return`uint32`;case 10:return`float16`;case 1:return`float32`;case 11:return`float64`;case 8:return`string`;case 7:return`int64`;case 13:return`uint64`;case 22:return`int4`;case 21:return`uint4`;default:throw Error(`unsupported data type: ${e}`)}},G=(e,t)=>{let n=[-1,4,1,1,2,2,4,8,-1,1,2,8,4,8,-1,-1,-1,-1,-1,-1,-1,.5,.5][e],r=typeof t==`number`?t:t.reduce((e,t)=>e*t,1);return n>0?Math.ceil(r*n):void 0},lt=e=>{switch(e){case`float16`:return typeof Float16Array<`u`?Float16Array:Uint16Array;case`float32`:return Float32Array;case`uint8`:return Uint8Array;case`int8`:return Int8Array;case`uint16`:return Uint16Array;case`int16`:return Int16Array;case`int32`:return Int32Array;case`bool`:return Uint8Array;case`float64`:return Float64Array;case`uint32`:return Uint32Array;case`int64`:return BigInt64Array;case`uint64`:return BigUint64Array;default:throw Error(`unsupported type: ${e}`)}},ut=e=>{switch(e){case`verbose`:return 0;case`info`:return 1;case`warning`:return 2;case`error`:return 3;case`fatal`:return 4;default:throw Error(`unsupported logging level: ${e}`)}},dt=e=>e===`float32`||e===`float16`||e===`int32`||e===`int64`||e===`uint32`||e===`uint8`||e===`bool`||e===`uint4`||e===`int4`,ft=e=>e===`float32`||e===`float16`||e===`int32`||e===`int64`||e===`uint32`||e===`uint64`||e===`int8`||e===`uint8`||e===`bool`||e===`uint4`||e===`int4`,pt=e=>{switch(e){case`none`:return 0;case`cpu`:return 1;case`cpu-pinned`:return 2;case`texture`:return 3;case`gpu-buffer`:return 4;case`ml-tensor`:return 5;default:throw Error(`unsupported data location: ${e}`)}}}),ht,gt=o(()=>{Oe(),ht=async e=>{if(typeof e==`string`){let t=await fetch(e);if(!t.ok)throw Error(`failed to load external data file: ${e}`);let n=t.headers.get(`Content-Length`),r=n?parseInt(n,10):0;if(r<1073741824)return new Uint8Array(await t.arrayBuffer());{if(!t.body)throw Error(`failed to load external data file: ${e}, no response body.`);let n=t.body.getReader(),i;try{i=new ArrayBuffer(r)}catch(e){if(e instanceof RangeError){let e=Math.ceil(r/65536);i=new WebAssembly.Memory({initial:e,maximum:e}).buffer}else throw e}let a=0;for(;;){let{done:e,value:t}=await n.read();if(e)break;let r=t.byteLength;new Uint8Array(i,a,r).set(t),a+=r}return new Uint8Array(i,0,r)}}return e instanceof Blob?new Uint8Array(await e.arrayBuffer()):e instanceof Uint8Array?e:new Uint8Array(e)}}),_t,vt,yt,K,bt,xt,St,Ct,wt,Tt,Et,Dt,Ot,kt=o(()=>{N(),tt(),st(),mt(),z(),$e(),gt(),_t=(e,t)=>{R()._OrtInit(e,t)!==0&&H(`Can't initialize onnxruntime.`)},vt=async e=>{_t(e.wasm.numThreads,ut(e.logLevel))},yt=async(e,t)=>{R().asyncInit?.();let n=e.webgpu.adapter;if(t===`webgpu`){if(typeof navigator>`u`||!navigator.gpu)throw Error(`WebGPU is not supported in current environment`);if(n){if(typeof n.limits!=`object`||typeof n.features!=`object`||typeof n.requestDevice!=`function`)throw Error(\"Invalid GPU adapter set in `env.webgpu.adapter`. It must be a GPUAdapter object.\")}else{let t=e.webgpu.powerPreference;if(t!==void 0&&t!==`low-power`&&t!==`high-performance`)throw Error(`Invalid powerPreference setting: \"${t}\"`);let r=e.webgpu.forceFallbackAdapter;if(r!==void 0&&typeof r!=`boolean`)throw Error(`Invalid forceFallbackAdapter setting: \"${r}\"`);if(n=await navigator.gpu.requestAdapter({powerPreference:t,forceFallbackAdapter:r}),!n)throw Error(`Failed to get GPU adapter. You may need to enable flag \"--enable-unsafe-webgpu\" if you are using Chrome.`)}}if(t===`webnn`&&(typeof navigator>`u`||!navigator.ml))throw Error(`WebNN is not supported in current environment`)},K=/* @__PURE__ */ new Map,bt=e=>{let t=R(),n=t.stackSave();try{let n=t.PTR_SIZE,r=t.stackAlloc(2*n);t._OrtGetInputOutputCount(e,r,r+n)!==0&&H(`Can't get session input/output count.`);let i=n===4?`i32`:`i64`;return[Number(t.getValue(r,i)),Number(t.getValue(r+n,i))]}finally{t.stackRestore(n)}},xt=(e,t)=>{let n=R(),r=n.stackSave(),i=0;try{let r=n.PTR_SIZE,a=n.stackAlloc(2*r);n._OrtGetInputOutputMetadata(e,t,a,a+r)!==0&&H(`Can't get session input/output metadata.`);let o=Number(n.getValue(a,`*`));i=Number(n.getValue(a+r,`*`));let s=n.HEAP32[i/4];if(s===0)return[o,0];let c=n.HEAPU32[i/4+1],l=[];for(let e=0;e<c;e++){let t=Number(n.getValue(i+8+e*r,`*`));l.push(t===0?Number(n.getValue(i+8+(e+c)*r,`*`)):n.UTF8ToString(t))}return[o,s,l]}finally{n.stackRestore(r),i!==0&&n._OrtFree(i)}},St=e=>{let t=R(),n=t._malloc(e.byteLength);if(n===0)throw Error(`Can't create a session. failed to allocate a buffer of size ${e.byteLength}.`);return t.HEAPU8.set(e,n),[n,e.byteLength]},Ct=async(e,t)=>{let n,r,i=R();Array.isArray(e)?[n,r]=e:e.buffer===i.HEAPU8.buffer?[n,r]=[e.byteOffset,e.byteLength]:[n,r]=St(e);let a=0,o=0,s=[],c=[],l=[];try{if([o,s]=await ot(t),t?.externalData&&i.mountExternalData){let e=[];for(let n of t.externalData){let t=typeof n==`string`?n:n.path,r=typeof n==`string`?n:n.data;e.push(ht(r).then(e=>{i.mountExternalData(t,e)}))}await Promise.all(e)}for(let e of t?.executionProviders??[])if((typeof e==`string`?e:e.name)===`webnn`){if(i.shouldTransferToMLTensor=!1,typeof e!=`string`){let t=e,n=t?.context,r=t?.gpuDevice,a=t?.deviceType,o=t?.powerPreference;i.currentContext=n||(r?await i.webnnCreateMLContext(r):await i.webnnCreateMLContext({deviceType:a,powerPreference:o}))}else i.currentContext=await i.webnnCreateMLContext();break}a=await i._OrtCreateSession(n,r,o),i.webgpuOnCreateSession?.(a),a===0&&H(`Can't create a session.`),i.jsepOnCreateSession?.(),i.currentContext&&(i.webnnRegisterMLContext(a,i.currentContext),i.currentContext=void 0,i.shouldTransferToMLTensor=!0);let[e,u]=bt(a),d=!!t?.enableGraphCapture,f=[],p=[],m=[],h=[];for(let t=0;t<e;t++){let[e,n,r]=xt(a,t);e===0&&H(`Can't get an input name.`),c.push(e);let o=i.UTF8ToString(e);f.push(o),m.push(n===0?{name:o,isTensor:!1}:{name:o,isTensor:!0,type:ct(n),shape:r})}for(let t=0;t<u;t++){let[n,r,o]=xt(a,t+e);n===0&&H(`Can't get an output name.`),l.push(n);let s=i.UTF8ToString(n);p.push(s),h.push(r===0?{name:s,isTensor:!1}:{name:s,isTensor:!0,type:ct(r),shape:o})}return K.set(a,[a,c,l,null,d,!1]),[a,f,p,m,h]}catch(e){throw c.forEach(e=>i._OrtFree(e)),l.forEach(e=>i._OrtFree(e)),a!==0&&i._OrtReleaseSession(a)!==0&&H(`Can't release session.`),e}finally{i._free(n),o!==0&&i._OrtReleaseSessionOptions(o)!==0&&H(`Can't release session options.`),s.forEach(e=>i._free(e)),i.unmountExternalData?.()}},wt=e=>{let t=R(),n=K.get(e);if(!n)throw Error(`cannot release session. invalid session id: ${e}`);let[r,i,a,o,s]=n;o&&(s&&t._OrtClearBoundOutputs(o.handle)!==0&&H(`Can't clear bound outputs.`),t._OrtReleaseBinding(o.handle)!==0&&H(`Can't release IO binding.`)),t.jsepOnReleaseSession?.(e),t.webnnOnReleaseSession?.(e),t.webgpuOnReleaseSession?.(e),i.forEach(e=>t._OrtFree(e)),a.forEach(e=>t._OrtFree(e)),t._OrtReleaseSession(r)!==0&&H(`Can't release session.`),K.delete(e)},Tt=async(e,t,n,r,i,a,o=!1)=>{if(!e){t.push(0);return}let s=R(),c=s.PTR_SIZE,l=e[0],u=e[1],d=e[3],f=d,p,m;if(l===`string`&&(d===`gpu-buffer`||d===`ml-tensor`))throw Error(`String tensor is not supported on GPU.`);if(o&&d!==`gpu-buffer`)throw Error(`External buffer must be provided for input/output index ${a} when enableGraphCapture is true.`);if(d===`gpu-buffer`){let t=e[2].gpuBuffer;m=G(W(l),u);{let e=s.jsepRegisterBuffer;if(!e)throw Error(`Tensor location \"gpu-buffer\" is not supported without using WebGPU.`);p=e(r,a,t,m)}}else if(d===`ml-tensor`){let t=e[2].mlTensor;m=G(W(l),u);let n=s.webnnRegisterMLTensor;if(!n)throw Error(`Tensor location \"ml-tensor\" is not supported without using WebNN.`);p=n(r,t,W(l),u)}else{let t=e[2];if(Array.isArray(t)){m=c*t.length,p=s._malloc(m),n.push(p);for(let e=0;e<t.length;e++){if(typeof t[e]!=`string`)throw TypeError(`tensor data at index ${e} is not a string`);s.setValue(p+e*c,B(t[e],n),`*`)}}else{let e=s.webnnIsGraphInput,a=s.webnnIsGraphOutput;if(l!==`string`&&e&&a){let o=s.UTF8ToString(i);if(e(r,o)||a(r,o)){let e=W(l);m=G(e,u),f=`ml-tensor`;let n=s.webnnCreateTemporaryTensor,i=s.webnnUploadTensor;if(!n||!i)throw Error(`Tensor location \"ml-tensor\" is not supported without using WebNN.`);let a=await n(r,e,u);i(a,new Uint8Array(t.buffer,t.byteOffset,t.byteLength)),p=a}else m=t.byteLength,p=s._malloc(m),n.push(p),s.HEAPU8.set(new Uint8Array(t.buffer,t.byteOffset,m),p)}else m=t.byteLength,p=s._malloc(m),n.push(p),s.HEAPU8.set(new Uint8Array(t.buffer,t.byteOffset,m),p)}}let h=s.stackSave(),g=s.stackAlloc(4*u.length);try{u.forEach((e,t)=>s.setValue(g+t*c,e,c===4?`i32`:`i64`));let e=s._OrtCreateTensor(W(l),p,m,g,u.length,pt(f));e===0&&H(`Can't create tensor for input/output. session=${r}, index=${a}.`),t.push(e)}finally{s.stackRestore(h)}},Et=async(e,t,n,r,i,a)=>{let o=R(),s=o.PTR_SIZE,c=K.get(e);if(!c)throw Error(`cannot run inference. invalid session id: ${e}`);let l=c[0],u=c[1],d=c[2],f=c[3],p=c[4];c[5];let m=t.length,h=r.length,g=0,_=[],v=[],y=[],b=[],ee=[],x=o.stackSave(),te=o.stackAlloc(m*s),S=o.stackAlloc(m*s),C=o.stackAlloc(h*s),ne=o.stackAlloc(h*s);try{[g,_]=et(a),j(`wasm prepareInputOutputTensor`);for(let r=0;r<m;r++)await Tt(n[r],v,b,e,u[t[r]],t[r],p);for(let t=0;t<h;t++)await Tt(i[t],y,b,e,d[r[t]],m+r[t],p);M(`wasm prepareInputOutputTensor`);for(let e=0;e<m;e++)o.setValue(te+e*s,v[e],`*`),o.setValue(S+e*s,u[t[e]],`*`);for(let e=0;e<h;e++)o.setValue(C+e*s,y[e],`*`),o.setValue(ne+e*s,d[r[e]],`*`);o.jsepOnRunStart?.(l),o.webnnOnRunStart?.(l);let c;c=await o._OrtRun(l,S,te,m,ne,h,C,g),c!==0&&H(`failed to call OrtRun().`);let x=[],w=[];j(`wasm ProcessOutputTensor`);for(let t=0;t<h;t++){let n=Number(o.getValue(C+t*s,`*`));if(n===y[t]||ee.includes(y[t])){x.push(i[t]),n!==y[t]&&o._OrtReleaseTensor(n)!==0&&H(`Can't release tensor.`);continue}let a=o.stackSave(),c=o.stackAlloc(4*s),l=!1,u,d=0;try{o._OrtGetTensorData(n,c,c+s,c+2*s,c+3*s)!==0&&H(`Can't access output tensor data on index ${t}.`);let i=s===4?`i32`:`i64`,a=Number(o.getValue(c,i));d=o.getValue(c+s,`*`);let p=o.getValue(c+s*2,`*`),m=Number(o.getValue(c+s*3,i)),h=[];for(let e=0;e<m;e++)h.push(Number(o.getValue(p+e*s,i)));o._OrtFree(p)!==0&&H(`Can't free memory for tensor dims.`);let g=h.reduce((e,t)=>e*t,1);u=ct(a);let _=f?.outputPreferredLocations[r[t]];if(u===`string`){if(_===`gpu-buffer`||_===`ml-tensor`)throw Error(`String tensor is not supported on GPU.`);let e=[];for(let t=0;t<g;t++){let n=o.getValue(d+t*s,`*`),r=o.getValue(d+(t+1)*s,`*`),i=t===g-1?void 0:r-n;e.push(o.UTF8ToString(n,i))}x.push([u,h,e,`cpu`])}else if(_===`gpu-buffer`&&g>0){let e=o.jsepGetBuffer;if(!e)throw Error(`preferredLocation \"gpu-buffer\" is not supported without using WebGPU.`);let t=e(d),r=G(a,g);if(r===void 0||!dt(u))throw Error(`Unsupported data type: ${u}`);l=!0,x.push([u,h,{gpuBuffer:t,download:o.jsepCreateDownloader(t,r,u),dispose:()=>{o._OrtReleaseTensor(n)!==0&&H(`Can't release tensor.`)}},`gpu-buffer`])}else if(_===`ml-tensor`&&g>0){let t=o.webnnEnsureTensor,r=o.webnnIsGraphInputOutputTypeSupported;if(!t||!r)throw Error(`preferredLocation \"ml-tensor\" is not supported without using WebNN.`);if(G(a,g)===void 0||!ft(u))throw Error(`Unsupported data type: ${u}`);if(!r(e,u,!1))throw Error(`preferredLocation \"ml-tensor\" for ${u} output is not supported by current WebNN Context.`);let i=await t(e,d,a,h,!1);l=!0,x.push([u,h,{mlTensor:i,download:o.webnnCreateMLTensorDownloader(d,u),dispose:()=>{o.webnnReleaseTensorId(d),o._OrtReleaseTensor(n)}},`ml-tensor`])}else if(_===`ml-tensor-cpu-output`&&g>0){let e=o.webnnCreateMLTensorDownloader(d,u)(),t=x.length;l=!0,w.push((async()=>{let r=[t,await e];return o.webnnReleaseTensorId(d),o._OrtReleaseTensor(n),r})()),x.push([u,h,[],`cpu`])}else{let e=new(lt(u))(g);new Uint8Array(e.buffer,e.byteOffset,e.byteLength).set(o.HEAPU8.subarray(d,d+e.byteLength)),x.push([u,h,e,`cpu`])}}finally{o.stackRestore(a),u===`string`&&d&&o._free(d),l||o._OrtReleaseTensor(n)}}f&&!p&&(o._OrtClearBoundOutputs(f.handle)!==0&&H(`Can't clear bound outputs.`),K.set(e,[l,u,d,f,p,!1]));for(let[e,t]of await Promise.all(w))x[e][2]=t;return M(`wasm ProcessOutputTensor`),x}finally{o.webnnOnRunEnd?.(l),o.stackRestore(x),v.forEach(e=>o._OrtReleaseTensor(e)),y.forEach(e=>o._OrtReleaseTensor(e)),b.forEach(e=>o._free(e)),g!==0&&o._OrtReleaseRunOptions(g),_.forEach(e=>o._free(e))}},Dt=e=>{let t=R(),n=K.get(e);if(!n)throw Error(`invalid session id`);let r=n[0],i=t._OrtEndProfiling(r);i===0&&H(`Can't get an profile file name.`),t._OrtFree(i)},Ot=e=>{let t=[];for(let n of e){let e=n[2];!Array.isArray(e)&&`buffer`in e&&t.push(e.buffer)}return t}}),q,J,Y,X,Z,At,jt,Mt,Q,$,Nt,Pt,Ft,It,Lt,Rt,zt,Bt,Vt=o(()=>{N(),kt(),z(),Ke(),q=()=>!!x.wasm.proxy&&typeof document<`u`,Y=!1,X=!1,Z=!1,Mt=/* @__PURE__ */ new Map,Q=(e,t)=>{let n=Mt.get(e);n?n.push(t):Mt.set(e,[t])},$=()=>{if(Y||!X||Z||!J)throw Error(`worker not ready`)},Nt=e=>{switch(e.data.type){case`init-wasm`:Y=!1,e.data.err?(Z=!0,jt[1](e.data.err)):(X=!0,jt[0]()),At&&=(URL.revokeObjectURL(At),void 0);break;case`init-ep`:case`copy-from`:case`create`:case`release`:case`run`:case`end-profiling`:{let t=Mt.get(e.data.type);e.data.err?t.shift()[1](e.data.err):t.shift()[0](e.data.out);break}}},Pt=async()=>{if(!X){if(Y)throw Error(`multiple calls to 'initWasm()' detected.`);if(Z)throw Error(`previous call to 'initWasm()' failed.`);if(Y=!0,q())return new Promise((e,t)=>{J?.terminate(),Ue().then(([n,r])=>{try{J=r,J.onerror=e=>t(e),J.onmessage=Nt,jt=[e,t];let i={type:`init-wasm`,in:x};if(!i.in.wasm.wasmPaths&&n){let e=Le();e&&(i.in.wasm.wasmPaths=e)}J.postMessage(i),At=n}catch(e){t(e)}},t)});try{await Qe(x.wasm),await vt(x),X=!0}catch(e){throw Z=!0,e}finally{Y=!1}}},Ft=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`init-ep`,[t,n]);let r={type:`init-ep`,in:{epName:e,env:x}};J.postMessage(r)});await yt(x,e)},It=async e=>q()?($(),new Promise((t,n)=>{Q(`copy-from`,[t,n]);let r={type:`copy-from`,in:{buffer:e}};J.postMessage(r,[e.buffer])})):St(e),Lt=async(e,t)=>{if(q()){if(t?.preferredOutputLocation)throw Error(`session option \"preferredOutputLocation\" is not supported for proxy.`);return $(),new Promise((n,r)=>{Q(`create`,[n,r]);let i={type:`create`,in:{model:e,options:{...t}}},a=[];e instanceof Uint8Array&&a.push(e.buffer),J.postMessage(i,a)})}return Ct(e,t)},Rt=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`release`,[t,n]);let r={type:`release`,in:e};J.postMessage(r)});wt(e)},zt=async(e,t,n,r,i,a)=>{if(q()){if(n.some(e=>e[3]!==`cpu`))throw Error(`input tensor on GPU is not supported for proxy.`);if(i.some(e=>e))throw Error(`pre-allocated output tensor is not supported for proxy.`);return $(),new Promise((i,o)=>{Q(`run`,[i,o]);let s=n,c={type:`run`,in:{sessionId:e,inputIndices:t,inputs:s,outputIndices:r,options:a}};J.postMessage(c,Ot(s))})}return Et(e,t,n,r,i,a)},Bt=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`end-profiling`,[t,n]);let r={type:`end-profiling`,in:e};J.postMessage(r)});Dt(e)}}),Ht,Ut,Wt,Gt=o(()=>{N(),Vt(),mt(),Oe(),gt(),Ht=(e,t)=>{switch(e.location){case`cpu`:return[e.type,e.dims,e.data,`cpu`];case`gpu-buffer`:return[e.type,e.dims,{gpuBuffer:e.gpuBuffer},`gpu-buffer`];case`ml-tensor`:return[e.type,e.dims,{mlTensor:e.mlTensor},`ml-tensor`];default:throw Error(`invalid data location: ${e.location} for ${t()}`)}},Ut=e=>{switch(e[3]){case`cpu`:return new O(e[0],e[2],e[1]);case`gpu-buffer`:{let t=e[0];if(!dt(t))throw Error(`not supported data type: ${t} for deserializing GPU tensor`);let{gpuBuffer:n,download:r,dispose:i}=e[2];return O.fromGpuBuffer(n,{dataType:t,dims:e[1],download:r,dispose:i})}case`ml-tensor`:{let t=e[0];if(!ft(t))throw Error(`not supported data type: ${t} for deserializing MLTensor tensor`);let{mlTensor:n,download:r,dispose:i}=e[2];return O.fromMLTensor(n,{dataType:t,dims:e[1],download:r,dispose:i})}default:throw Error(`invalid data location: ${e[3]}`)}},Wt=class{async fetchModelAndCopyToWasmMemory(e){return It(await ht(e))}async loadModel(e,t){k();let n;n=typeof e==`string`?await this.fetchModelAndCopyToWasmMemory(e):e,[this.sessionId,this.inputNames,this.outputNames,this.inputMetadata,this.outputMetadata]=await Lt(n,t),A()}async dispose(){return Rt(this.sessionId)}async run(e,t,n){k();let r=[],i=[];Object.entries(e).forEach(e=>{let t=e[0],n=e[1],a=this.inputNames.indexOf(t);if(a===-1)throw Error(`invalid input '${t}'`);r.push(n),i.push(a)});let a=[],o=[];Object.entries(t).forEach(e=>{let t=e[0],n=e[1],r=this.outputNames.indexOf(t);if(r===-1)throw Error(`invalid output '${t}'`);a.push(n),o.push(r)});let s=r.map((e,t)=>Ht(e,()=>`input \"${this.inputNames[i[t]]}\"`)),c=a.map((e,t)=>e?Ht(e,()=>`output \"${this.outputNames[o[t]]}\"`):null),l=await zt(this.sessionId,i,s,o,c,n),u={};for(let e=0;e<l.length;e++)u[this.outputNames[o[e]]]=a[e]??Ut(l[e]);return A(),u}startProfiling(){}endProfiling(){Bt(this.sessionId)}}}),Kt={};s(Kt,{OnnxruntimeWebAssemblyBackend:()=>Jt,initializeFlags:()=>qt,wasmBackend:()=>Yt});var qt,Jt,Yt,Xt=o(()=>{N(),Vt(),Gt(),qt=()=>{(typeof x.wasm.initTimeout!=`number`||x.wasm.initTimeout<0)&&(x.wasm.initTimeout=0);let e=x.wasm.simd;if(typeof e!=`boolean`&&e!==void 0&&e!==`fixed`&&e!==`relaxed`&&(console.warn(`Property \"env.wasm.simd\" is set to unknown value \"${e}\". Reset it to \\`false\\` and ignore SIMD feature checking.`),x.wasm.simd=!1),typeof x.wasm.proxy!=`boolean`&&(x.wasm.proxy=!1),typeof x.wasm.trace!=`boolean`&&(x.wasm.trace=!1),typeof x.wasm.numThreads!=`number`||!Number.isInteger(x.wasm.numThreads)||x.wasm.numThreads<=0){if(typeof self<`u`&&!self.crossOriginIsolated)x.wasm.numThreads=1;else{let e=typeof navigator>`u`?a(`node:os`).cpus().length:navigator.hardwareConcurrency;x.wasm.numThreads=Math.min(4,Math.ceil((e||1)/2))}}},Jt=class{async init(e){qt(),await Pt(),await Ft(e)}async createInferenceSessionHandler(e,t){let n=new Wt;return await n.loadModel(e,t),n}},Yt=new Jt});N(),N(),N();var Zt=`1.30.0`;{let e=(Xt(),l(Kt)).wasmBackend;f(`cpu`,e,10),f(`wasm`,e,10)}Object.defineProperty(x.versions,\"web\",{value:Zt,enumerable:!0});var Qt=class{capacity;dropped;entries=/* @__PURE__ */ new Map;constructor(e,t=()=>{}){this.capacity=e,this.dropped=t}get(e,t){let n=this.entries.get(e);if(n===void 0){let r=t();n=r,r instanceof Promise&&r.catch(()=>this.entries.get(e)===r&&this.entries.delete(e))}else this.entries.delete(e);if(this.entries.set(e,n),this.entries.size>this.capacity){let[e,t]=this.entries.entries().next().value;this.entries.delete(e),this.dropped(t)}return n}};function $t(e){if(x.wasm.wasmPaths)return;let t=e=>new URL(e,self.location.href).href;x.wasm.wasmPaths={mjs:t(e.mjs),wasm:t(e.wasm)},x.wasm.numThreads=1,x.logLevel=`error`}const en=new Qt(48,e=>{e.then(e=>e.release()).catch(()=>{})});function tn(e,t){return en.get(e,async()=>{$t(t);let n=await fetch(e);if(!n.ok)throw Error(`The model could not be fetched: the server answered ${n.status}.`);let r=new Uint8Array(await n.arrayBuffer());return new nn(await Se.create(r,{executionProviders:[`wasm`]}))})}var nn=class{session;queue=Promise.resolve();constructor(e){this.session=e}run(e,t){let n=this.queue.then(()=>this.runNow(e,t));return this.queue=n.catch(()=>{}),n}release(){this.queue.then(()=>this.session.release())}async runNow(e,t){let n=new O(`float32`,e,t),r=await this.session.run({[this.session.inputNames[0]]:n}),i={};for(let e of this.session.outputNames)i[e]=r[e].data;return i}};self.onmessage=async({data:e})=>{let t,n=[];try{if(`encoder`in e){let t=await tn(e.encoder,e.runtime),n=e.x.length/e.shape.reduce((e,t)=>e*t,1),r=(await t.run(e.x,[n,...e.shape])).mu.slice();self.postMessage({id:e.id,codes:r},[r.buffer]);return}let{n:r,codes:i,z:a}=e;if(e.enter&&a){let t=(await(await tn(e.enter,e.runtime)).run(a,[r,a.length/r])).code;for(let e=0;e<i.length;e++)i[e]+=t[e]}let o=(await(await tn(e.decoder,e.runtime)).run(i,[r,i.length/r])).x;t={id:e.id,codes:i,x:o},n.push(i.buffer),o.buffer!==i.buffer&&n.push(o.buffer)}catch(n){t={id:e.id,error:n instanceof Error?n.message:String(n)}}self.postMessage(t,n)};", c = typeof self < "u" && self.Blob && new Blob(["URL.revokeObjectURL(import.meta.url);", s], { type: "text/javascript;charset=utf-8" });
function l(e) {
	let t;
	try {
		if (t = c && (self.URL || self.webkitURL).createObjectURL(c), !t) throw "";
		let n = new Worker(t, {
			type: "module",
			name: e?.name
		});
		return n.addEventListener("error", () => {
			(self.URL || self.webkitURL).revokeObjectURL(t);
		}), n;
	} catch {
		return new Worker("data:text/javascript;charset=utf-8," + encodeURIComponent(s), {
			type: "module",
			name: e?.name
		});
	}
}
// src/decode/here.ts
var u = 16;
async function d(e, t, n) {
	let r = [];
	for (let i = 0; i < n.length; i += u) {
		i > 0 && await new Promise((e) => requestAnimationFrame(e));
		let a = n.slice(i, i + u), o = f(a.map((e) => e.delta ?? e.z));
		if (t) {
			let e = await t(f(a.map((e) => e.z)), a.length);
			for (let t = 0; t < o.length; t++) o[t] += e[t];
		}
		r.push({
			codes: o,
			x: await e.decode(o, a.length)
		});
	}
	return {
		codes: f(r.map(({ codes: e }) => e)),
		x: f(r.map(({ x: e }) => e))
	};
}
function f(e) {
	let t = new Float32Array(e.reduce((e, t) => e + t.length, 0)), n = 0;
	for (let r of e) t.set(r, n), n += r.length;
	return t;
}
// src/decode/batch.ts
var p = null, m = !1, h = 0, g = /* @__PURE__ */ new Map();
function _() {
	let e = new l();
	return e.onmessage = ({ data: e }) => {
		let t = g.get(e.id);
		g.delete(e.id), "error" in e ? t?.reject(Error(e.error)) : t?.resolve({
			x: /* @__PURE__ */ new Float32Array(),
			...e
		});
	}, e.onerror = () => {
		m = !0;
		for (let { reject: e } of g.values()) e(/* @__PURE__ */ Error("The background decoder could not be started."));
		g.clear();
	}, e;
}
function v(e, t) {
	if (m) return Promise.reject(/* @__PURE__ */ Error("There is no background decoder."));
	p ??= _();
	let { models: n, runtime: r } = e, i = {
		id: ++h,
		decoder: new URL(n.decoder, location.href).href,
		enter: n.enter && new URL(n.enter, location.href).href,
		runtime: {
			mjs: new URL(r.mjs, location.href).href,
			wasm: new URL(r.wasm, location.href).href
		},
		n: t.length,
		codes: f(t.map((e) => e.delta ?? e.z)),
		z: n.enter ? f(t.map((e) => e.z)) : null
	};
	return new Promise((e, t) => {
		g.set(i.id, {
			resolve: e,
			reject: t
		}), p.postMessage(i, [i.codes.buffer, ...i.z ? [i.z.buffer] : []]);
	});
}
function y({ models: e, runtime: t, item: n }, r) {
	if (m || !e.encoder) return Promise.reject(/* @__PURE__ */ Error("There is no background encoder."));
	p ??= _();
	let i = {
		id: ++h,
		encoder: new URL(e.encoder, location.href).href,
		runtime: {
			mjs: new URL(t.mjs, location.href).href,
			wasm: new URL(t.wasm, location.href).href
		},
		shape: n.shape,
		x: r.slice()
	};
	return new Promise((e, t) => {
		g.set(i.id, {
			resolve: ({ codes: t }) => e(t),
			reject: t
		}), p.postMessage(i, [i.x.buffer]);
	});
}
// node_modules/onnxruntime-web/dist/ort.wasm.min.mjs
var b = Object.defineProperty, ee = Object.getOwnPropertyDescriptor, x = Object.getOwnPropertyNames, te = Object.prototype.hasOwnProperty, ne = ((t) => typeof e < "u" ? e : typeof Proxy < "u" ? new Proxy(t, { get: (t, n) => (typeof e < "u" ? e : t)[n] }) : t)(function(t) {
	if (typeof e < "u") return e.apply(this, arguments);
	throw Error("Dynamic require of \"" + t + "\" is not supported");
}), S = (e, t, n) => () => {
	if (n) throw n[0];
	try {
		return e && (t = e(e = 0)), t;
	} catch (e) {
		throw n = [e], e;
	}
}, re = (e, t) => {
	for (var n in t) b(e, n, {
		get: t[n],
		enumerable: !0
	});
}, ie = (e, t, n, r) => {
	if (t && typeof t == "object" || typeof t == "function") for (let i of x(t)) !te.call(e, i) && i !== n && b(e, i, {
		get: () => t[i],
		enumerable: !(r = ee(t, i)) || r.enumerable
	});
	return e;
}, ae = (e) => ie(b({}, "__esModule", { value: !0 }), e), oe, C, se, ce, le, ue = S(() => {
	oe = /* @__PURE__ */ new Map(), C = [], se = (e, t, n) => {
		if (t && typeof t.init == "function" && typeof t.createInferenceSessionHandler == "function") {
			let r = oe.get(e);
			if (r === void 0) oe.set(e, {
				backend: t,
				priority: n
			});
			else {
				if (r.priority > n) return;
				if (r.priority === n && r.backend !== t) throw Error(`cannot register backend "${e}" using priority ${n}`);
			}
			if (n >= 0) {
				let t = C.indexOf(e);
				t !== -1 && C.splice(t, 1);
				for (let t = 0; t < C.length; t++) if (oe.get(C[t]).priority <= n) {
					C.splice(t, 0, e);
					return;
				}
				C.push(e);
			}
		} else throw TypeError("not a valid backend");
	}, ce = async (e) => {
		let t = oe.get(e);
		if (!t) return "backend not found.";
		if (t.initialized) return t.backend;
		if (t.aborted) return t.error;
		{
			let n = !!t.initPromise;
			try {
				return n || (t.initPromise = t.backend.init(e)), await t.initPromise, t.initialized = !0, t.backend;
			} catch (e) {
				return n || (t.error = `${e}`, t.aborted = !0), t.error;
			} finally {
				delete t.initPromise;
			}
		}
	}, le = async (e) => {
		let t = e.executionProviders || [], n = t.map((e) => typeof e == "string" ? e : e.name), r = n.length === 0 ? C : n, i, a = [], o = /* @__PURE__ */ new Set();
		for (let e of r) {
			let t = await ce(e);
			typeof t == "string" ? a.push({
				name: e,
				err: t
			}) : (i ||= t, i === t && o.add(e));
		}
		if (!i) throw Error(`no available backend found. ERR: ${a.map((e) => `[${e.name}] ${e.err}`).join(", ")}`);
		for (let { name: e, err: t } of a) n.includes(e) && console.warn(`removing requested execution provider "${e}" from session options because it is not available: ${t}`);
		let s = t.filter((e) => o.has(typeof e == "string" ? e : e.name));
		return [i, new Proxy(e, { get: (e, t) => t === "executionProviders" ? s : Reflect.get(e, t) })];
	};
}), de = S(() => {
	ue();
}), fe, pe = S(() => {
	fe = "1.30.0";
}), me, w, he = S(() => {
	pe(), me = "warning", w = {
		wasm: {},
		webgl: {},
		webgpu: {},
		versions: { common: fe },
		set logLevel(e) {
			if (e !== void 0) {
				if (typeof e != "string" || [
					"verbose",
					"info",
					"warning",
					"error",
					"fatal"
				].indexOf(e) === -1) throw Error(`Unsupported logging level: ${e}`);
				me = e;
			}
		},
		get logLevel() {
			return me;
		}
	}, Object.defineProperty(w, "logLevel", { enumerable: !0 });
}), T, ge = S(() => {
	he(), T = w;
}), _e, ve, ye = S(() => {
	_e = (e, t) => {
		let n = typeof document < "u" ? document.createElement("canvas") : new OffscreenCanvas(1, 1);
		n.width = e.dims[3], n.height = e.dims[2];
		let r = n.getContext("2d");
		if (r != null) {
			let i, a;
			t?.tensorLayout !== void 0 && t.tensorLayout === "NHWC" ? (i = e.dims[2], a = e.dims[3]) : (i = e.dims[3], a = e.dims[2]);
			let o = t?.format === void 0 ? "RGB" : t.format, s = t?.norm, c, l;
			s === void 0 || s.mean === void 0 ? c = [
				255,
				255,
				255,
				255
			] : typeof s.mean == "number" ? c = [
				s.mean,
				s.mean,
				s.mean,
				s.mean
			] : (c = [
				s.mean[0],
				s.mean[1],
				s.mean[2],
				0
			], s.mean[3] !== void 0 && (c[3] = s.mean[3])), s === void 0 || s.bias === void 0 ? l = [
				0,
				0,
				0,
				0
			] : typeof s.bias == "number" ? l = [
				s.bias,
				s.bias,
				s.bias,
				s.bias
			] : (l = [
				s.bias[0],
				s.bias[1],
				s.bias[2],
				0
			], s.bias[3] !== void 0 && (l[3] = s.bias[3]));
			let u = a * i, d = 0, f = u, p = u * 2, m = -1;
			o === "RGBA" ? (d = 0, f = u, p = u * 2, m = u * 3) : o === "RGB" ? (d = 0, f = u, p = u * 2) : o === "RBG" && (d = 0, p = u, f = u * 2);
			for (let t = 0; t < a; t++) for (let n = 0; n < i; n++) {
				let i = (e.data[d++] - l[0]) * c[0], a = (e.data[f++] - l[1]) * c[1], o = (e.data[p++] - l[2]) * c[2], s = m === -1 ? 255 : (e.data[m++] - l[3]) * c[3];
				r.fillStyle = "rgba(" + i + "," + a + "," + o + "," + s + ")", r.fillRect(n, t, 1, 1);
			}
			if ("toDataURL" in n) return n.toDataURL();
			throw Error("toDataURL is not supported");
		}
		throw Error("Can not access image data");
	}, ve = (e, t) => {
		let n = typeof document < "u" ? document.createElement("canvas").getContext("2d") : new OffscreenCanvas(1, 1).getContext("2d"), r;
		if (n != null) {
			let i, a, o;
			t?.tensorLayout !== void 0 && t.tensorLayout === "NHWC" ? (i = e.dims[2], a = e.dims[1], o = e.dims[3]) : (i = e.dims[3], a = e.dims[2], o = e.dims[1]);
			let s = t !== void 0 && t.format !== void 0 ? t.format : "RGB", c = t?.norm, l, u;
			c === void 0 || c.mean === void 0 ? l = [
				255,
				255,
				255,
				255
			] : typeof c.mean == "number" ? l = [
				c.mean,
				c.mean,
				c.mean,
				c.mean
			] : (l = [
				c.mean[0],
				c.mean[1],
				c.mean[2],
				255
			], c.mean[3] !== void 0 && (l[3] = c.mean[3])), c === void 0 || c.bias === void 0 ? u = [
				0,
				0,
				0,
				0
			] : typeof c.bias == "number" ? u = [
				c.bias,
				c.bias,
				c.bias,
				c.bias
			] : (u = [
				c.bias[0],
				c.bias[1],
				c.bias[2],
				0
			], c.bias[3] !== void 0 && (u[3] = c.bias[3]));
			let d = a * i;
			if (t !== void 0 && (t.format !== void 0 && o === 4 && t.format !== "RGBA" || o === 3 && t.format !== "RGB" && t.format !== "BGR")) throw Error("Tensor format doesn't match input tensor dims");
			let f = 0, p = 1, m = 2, h = 3, g = 0, _ = d, v = d * 2, y = -1;
			s === "RGBA" ? (g = 0, _ = d, v = d * 2, y = d * 3) : s === "RGB" ? (g = 0, _ = d, v = d * 2) : s === "RBG" && (g = 0, v = d, _ = d * 2), r = n.createImageData(i, a);
			for (let t = 0; t < a * i; f += 4, p += 4, m += 4, h += 4, t++) r.data[f] = (e.data[g++] - u[0]) * l[0], r.data[p] = (e.data[_++] - u[1]) * l[1], r.data[m] = (e.data[v++] - u[2]) * l[2], r.data[h] = y === -1 ? 255 : (e.data[y++] - u[3]) * l[3];
		} else throw Error("Can not access image data");
		return r;
	};
}), be, xe, Se, Ce, we, Te, Ee = S(() => {
	Fe(), be = (e, t) => {
		if (e === void 0) throw Error("Image buffer must be defined");
		if (t.height === void 0 || t.width === void 0) throw Error("Image height and width must be defined");
		if (t.tensorLayout === "NHWC") throw Error("NHWC Tensor layout is not supported yet");
		let { height: n, width: r } = t, i = t.norm ?? {
			mean: 255,
			bias: 0
		}, a, o;
		a = typeof i.mean == "number" ? [
			i.mean,
			i.mean,
			i.mean,
			i.mean
		] : [
			i.mean[0],
			i.mean[1],
			i.mean[2],
			i.mean[3] ?? 255
		], o = typeof i.bias == "number" ? [
			i.bias,
			i.bias,
			i.bias,
			i.bias
		] : [
			i.bias[0],
			i.bias[1],
			i.bias[2],
			i.bias[3] ?? 0
		];
		let s = t.format === void 0 ? "RGBA" : t.format, c = t.tensorFormat !== void 0 && t.tensorFormat !== void 0 ? t.tensorFormat : "RGB", l = n * r, u = c === "RGBA" ? new Float32Array(l * 4) : new Float32Array(l * 3), d = 4, f = 0, p = 1, m = 2, h = 3, g = 0, _ = l, v = l * 2, y = -1;
		s === "RGB" && (d = 3, f = 0, p = 1, m = 2, h = -1), c === "RGBA" ? y = l * 3 : c === "RBG" ? (g = 0, v = l, _ = l * 2) : c === "BGR" && (v = 0, _ = l, g = l * 2);
		for (let t = 0; t < l; t++, f += d, m += d, p += d, h += d) u[g++] = (e[f] + o[0]) / a[0], u[_++] = (e[p] + o[1]) / a[1], u[v++] = (e[m] + o[2]) / a[2], y !== -1 && h !== -1 && (u[y++] = (e[h] + o[3]) / a[3]);
		return c === "RGBA" ? new E("float32", u, [
			1,
			4,
			n,
			r
		]) : new E("float32", u, [
			1,
			3,
			n,
			r
		]);
	}, xe = async (e, t) => {
		let n = typeof HTMLImageElement < "u" && e instanceof HTMLImageElement, r = typeof ImageData < "u" && e instanceof ImageData, i = typeof ImageBitmap < "u" && e instanceof ImageBitmap, a = typeof e == "string", o, s = t ?? {}, c = () => {
			if (typeof document < "u") return document.createElement("canvas");
			if (typeof OffscreenCanvas < "u") return new OffscreenCanvas(1, 1);
			throw Error("Canvas is not supported");
		}, l = (e) => typeof HTMLCanvasElement < "u" && e instanceof HTMLCanvasElement || e instanceof OffscreenCanvas ? e.getContext("2d") : null;
		if (n) {
			let n = c();
			n.width = e.width, n.height = e.height;
			let r = l(n);
			if (r != null) {
				let n = e.height, i = e.width;
				if (t !== void 0 && t.resizedHeight !== void 0 && t.resizedWidth !== void 0 && (n = t.resizedHeight, i = t.resizedWidth), t !== void 0) {
					if (s = t, t.tensorFormat !== void 0) throw Error("Image input config format must be RGBA for HTMLImageElement");
					s.tensorFormat = "RGBA", s.height = n, s.width = i;
				} else s.tensorFormat = "RGBA", s.height = n, s.width = i;
				r.drawImage(e, 0, 0), o = r.getImageData(0, 0, i, n).data;
			} else throw Error("Can not access image data");
		} else if (r) {
			let n, r;
			if (t !== void 0 && t.resizedWidth !== void 0 && t.resizedHeight !== void 0 ? (n = t.resizedHeight, r = t.resizedWidth) : (n = e.height, r = e.width), t !== void 0 && (s = t), s.format = "RGBA", s.height = n, s.width = r, t !== void 0) {
				let t = c();
				t.width = r, t.height = n;
				let i = l(t);
				if (i != null) i.putImageData(e, 0, 0), o = i.getImageData(0, 0, r, n).data;
				else throw Error("Can not access image data");
			} else o = e.data;
		} else if (i) {
			if (t === void 0) throw Error("Please provide image config with format for Imagebitmap");
			let n = c();
			n.width = e.width, n.height = e.height;
			let r = l(n);
			if (r != null) {
				let t = e.height, n = e.width;
				return r.drawImage(e, 0, 0, n, t), o = r.getImageData(0, 0, n, t).data, s.height = t, s.width = n, be(o, s);
			}
			throw Error("Can not access image data");
		} else {
			if (a) return new Promise((t, n) => {
				let r = c(), i = l(r);
				if (!e || !i) return n();
				let a = new Image();
				a.crossOrigin = "Anonymous", a.src = e, a.onload = () => {
					r.width = a.width, r.height = a.height, i.drawImage(a, 0, 0, r.width, r.height);
					let e = i.getImageData(0, 0, r.width, r.height);
					s.height = r.height, s.width = r.width, t(be(e.data, s));
				};
			});
			throw Error("Input data provided is not supported - aborted tensor creation");
		}
		if (o !== void 0) return be(o, s);
		throw Error("Input data provided is not supported - aborted tensor creation");
	}, Se = (e, t) => {
		let { width: n, height: r, download: i, dispose: a } = t;
		return new E({
			location: "texture",
			type: "float32",
			texture: e,
			dims: [
				1,
				r,
				n,
				4
			],
			download: i,
			dispose: a
		});
	}, Ce = (e, t) => {
		let { dataType: n, dims: r, download: i, dispose: a } = t;
		return new E({
			location: "gpu-buffer",
			type: n ?? "float32",
			gpuBuffer: e,
			dims: r,
			download: i,
			dispose: a
		});
	}, we = (e, t) => {
		let { dataType: n, dims: r, download: i, dispose: a } = t;
		return new E({
			location: "ml-tensor",
			type: n ?? "float32",
			mlTensor: e,
			dims: r,
			download: i,
			dispose: a
		});
	}, Te = (e, t, n) => new E({
		location: "cpu-pinned",
		type: e,
		data: t,
		dims: n ?? [t.length]
	});
}), De, Oe, ke, Ae, je = S(() => {
	De = /* @__PURE__ */ new Map([
		["float32", Float32Array],
		["uint8", Uint8Array],
		["int8", Int8Array],
		["uint16", Uint16Array],
		["int16", Int16Array],
		["int32", Int32Array],
		["bool", Uint8Array],
		["float64", Float64Array],
		["uint32", Uint32Array],
		["int4", Uint8Array],
		["uint4", Uint8Array]
	]), Oe = /* @__PURE__ */ new Map([
		[Float32Array, "float32"],
		[Uint8Array, "uint8"],
		[Int8Array, "int8"],
		[Uint16Array, "uint16"],
		[Int16Array, "int16"],
		[Int32Array, "int32"],
		[Float64Array, "float64"],
		[Uint32Array, "uint32"]
	]), ke = !1, Ae = () => {
		if (!ke) {
			ke = !0;
			let e = typeof BigInt64Array < "u" && BigInt64Array.from, t = typeof BigUint64Array < "u" && BigUint64Array.from, n = globalThis.Float16Array, r = typeof n < "u" && n.from;
			e && (De.set("int64", BigInt64Array), Oe.set(BigInt64Array, "int64")), t && (De.set("uint64", BigUint64Array), Oe.set(BigUint64Array, "uint64")), r ? (De.set("float16", n), Oe.set(n, "float16")) : De.set("float16", Uint16Array);
		}
	};
}), Me, Ne, Pe = S(() => {
	Fe(), Me = (e) => {
		let t = 1;
		for (let n = 0; n < e.length; n++) {
			let r = e[n];
			if (typeof r != "number" || !Number.isSafeInteger(r)) throw TypeError(`dims[${n}] must be an integer, got: ${r}`);
			if (r < 0) throw RangeError(`dims[${n}] must be a non-negative integer, got: ${r}`);
			t *= r;
		}
		return t;
	}, Ne = (e, t) => {
		switch (e.location) {
			case "cpu": return new E(e.type, e.data, t);
			case "cpu-pinned": return new E({
				location: "cpu-pinned",
				data: e.data,
				type: e.type,
				dims: t
			});
			case "texture": return new E({
				location: "texture",
				texture: e.texture,
				type: e.type,
				dims: t
			});
			case "gpu-buffer": return new E({
				location: "gpu-buffer",
				gpuBuffer: e.gpuBuffer,
				type: e.type,
				dims: t
			});
			case "ml-tensor": return new E({
				location: "ml-tensor",
				mlTensor: e.mlTensor,
				type: e.type,
				dims: t
			});
			default: throw Error(`tensorReshape: tensor location ${e.location} is not supported`);
		}
	};
}), E, Fe = S(() => {
	ye(), Ee(), je(), Pe(), E = class {
		constructor(e, t, n) {
			Ae();
			let r, i;
			if (typeof e == "object" && "location" in e) switch (this.dataLocation = e.location, r = e.type, i = e.dims, e.location) {
				case "cpu-pinned": {
					let t = De.get(r);
					if (!t) throw TypeError(`unsupported type "${r}" to create tensor from pinned buffer`);
					if (!(e.data instanceof t)) throw TypeError(`buffer should be of type ${t.name}`);
					this.cpuData = e.data;
					break;
				}
				case "texture":
					if (r !== "float32") throw TypeError(`unsupported type "${r}" to create tensor from texture`);
					this.gpuTextureData = e.texture, this.downloader = e.download, this.disposer = e.dispose;
					break;
				case "gpu-buffer":
					if (r !== "float32" && r !== "float16" && r !== "int32" && r !== "int64" && r !== "uint32" && r !== "uint8" && r !== "bool" && r !== "uint4" && r !== "int4") throw TypeError(`unsupported type "${r}" to create tensor from gpu buffer`);
					this.gpuBufferData = e.gpuBuffer, this.downloader = e.download, this.disposer = e.dispose;
					break;
				case "ml-tensor":
					if (r !== "float32" && r !== "float16" && r !== "int32" && r !== "int64" && r !== "uint32" && r !== "uint64" && r !== "int8" && r !== "uint8" && r !== "bool" && r !== "uint4" && r !== "int4") throw TypeError(`unsupported type "${r}" to create tensor from MLTensor`);
					this.mlTensorData = e.mlTensor, this.downloader = e.download, this.disposer = e.dispose;
					break;
				default: throw Error(`Tensor constructor: unsupported location '${this.dataLocation}'`);
			}
			else {
				let a, o;
				if (typeof e == "string") {
					if (r = e, o = n, e === "string") {
						if (!Array.isArray(t)) throw TypeError("A string tensor's data must be a string array.");
						a = t;
					} else {
						let n = De.get(e);
						if (n === void 0) throw TypeError(`Unsupported tensor type: ${e}.`);
						if (Array.isArray(t)) {
							if (e === "float16" && n === Uint16Array || e === "uint4" || e === "int4") throw TypeError(`Creating a ${e} tensor from number array is not supported. Please use ${n.name} as data.`);
							a = e === "uint64" || e === "int64" ? n.from(t, BigInt) : n.from(t);
						} else if (t instanceof n) a = t;
						else if (t instanceof Uint8ClampedArray) {
							if (e === "uint8") a = Uint8Array.from(t);
							else throw TypeError("A Uint8ClampedArray tensor's data must be type of uint8");
						} else if (e === "float16" && t instanceof Uint16Array && n !== Uint16Array) a = new globalThis.Float16Array(t.buffer, t.byteOffset, t.length);
						else throw TypeError(`A ${r} tensor's data must be type of ${n}`);
					}
				} else if (o = t, Array.isArray(e)) {
					if (e.length === 0) throw TypeError("Tensor type cannot be inferred from an empty array.");
					let t = typeof e[0];
					if (t === "string") r = "string", a = e;
					else if (t === "boolean") r = "bool", a = Uint8Array.from(e);
					else throw TypeError(`Invalid element type of data array: ${t}.`);
				} else if (e instanceof Uint8ClampedArray) r = "uint8", a = Uint8Array.from(e);
				else {
					let t = Oe.get(e.constructor);
					if (t === void 0) throw TypeError(`Unsupported type for tensor data: ${e.constructor}.`);
					r = t, a = e;
				}
				if (o === void 0) o = [a.length];
				else if (!Array.isArray(o)) throw TypeError("A tensor's dims must be a number array");
				i = o, this.cpuData = a, this.dataLocation = "cpu";
			}
			let a = Me(i);
			if (this.cpuData && a !== this.cpuData.length && (r !== "uint4" && r !== "int4" || Math.ceil(a / 2) !== this.cpuData.length)) throw Error(`Tensor's size(${a}) does not match data length(${this.cpuData.length}).`);
			this.type = r, this.dims = i, this.size = a;
		}
		static async fromImage(e, t) {
			return xe(e, t);
		}
		static fromTexture(e, t) {
			return Se(e, t);
		}
		static fromGpuBuffer(e, t) {
			return Ce(e, t);
		}
		static fromMLTensor(e, t) {
			return we(e, t);
		}
		static fromPinnedBuffer(e, t, n) {
			return Te(e, t, n);
		}
		toDataURL(e) {
			return _e(this, e);
		}
		toImageData(e) {
			return ve(this, e);
		}
		get data() {
			if (this.ensureValid(), !this.cpuData) throw Error("The data is not on CPU. Use `getData()` to download GPU data to CPU, or use `texture` or `gpuBuffer` property to access the GPU data directly.");
			return this.cpuData;
		}
		get location() {
			return this.dataLocation;
		}
		get texture() {
			if (this.ensureValid(), !this.gpuTextureData) throw Error("The data is not stored as a WebGL texture.");
			return this.gpuTextureData;
		}
		get gpuBuffer() {
			if (this.ensureValid(), !this.gpuBufferData) throw Error("The data is not stored as a WebGPU buffer.");
			return this.gpuBufferData;
		}
		get mlTensor() {
			if (this.ensureValid(), !this.mlTensorData) throw Error("The data is not stored as a WebNN MLTensor.");
			return this.mlTensorData;
		}
		async getData(e) {
			switch (this.ensureValid(), this.dataLocation) {
				case "cpu":
				case "cpu-pinned": return this.data;
				case "texture":
				case "gpu-buffer":
				case "ml-tensor":
					if (!this.downloader) throw Error("The current tensor is not created with a specified data downloader.");
					if (this.isDownloading) throw Error("The current tensor is being downloaded.");
					try {
						this.isDownloading = !0;
						let t = await this.downloader();
						return this.downloader = void 0, this.dataLocation = "cpu", this.cpuData = t, e && this.disposer && (this.disposer(), this.disposer = void 0), t;
					} finally {
						this.isDownloading = !1;
					}
				default: throw Error(`cannot get data from location: ${this.dataLocation}`);
			}
		}
		dispose() {
			if (this.isDownloading) throw Error("The current tensor is being downloaded.");
			this.disposer &&= (this.disposer(), void 0), this.cpuData = void 0, this.gpuTextureData = void 0, this.gpuBufferData = void 0, this.mlTensorData = void 0, this.downloader = void 0, this.isDownloading = void 0, this.dataLocation = "none";
		}
		ensureValid() {
			if (this.dataLocation === "none") throw Error("The tensor is disposed.");
		}
		reshape(e) {
			if (this.ensureValid(), this.downloader || this.disposer) throw Error("Cannot reshape a tensor that owns GPU resource.");
			return Ne(this, e);
		}
	};
}), D, Ie = S(() => {
	Fe(), D = E;
}), Le, Re, ze, Be, Ve, He, Ue = S(() => {
	he(), Le = (e, t) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || console.timeStamp(`${e}::ORT::${t}`);
	}, Re = (e, t) => {
		let n = (/* @__PURE__ */ Error()).stack?.split(/\r\n|\r|\n/g) || [], r = !1;
		for (let i = 0; i < n.length; i++) {
			if (r && !n[i].includes("TRACE_FUNC")) {
				let r = `FUNC_${e}::${n[i].trim().split(" ")[1]}`;
				t && (r += `::${t}`), Le("CPU", r);
				return;
			}
			n[i].includes("TRACE_FUNC") && (r = !0);
		}
	}, ze = (e) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || Re("BEGIN", e);
	}, Be = (e) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || Re("END", e);
	}, Ve = (e) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || console.time(`ORT::${e}`);
	}, He = (e) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || console.timeEnd(`ORT::${e}`);
	};
}), We, Ge = S(() => {
	ue(), Ie(), Ue(), We = class e {
		constructor(e) {
			this.handler = e;
		}
		async run(e, t, n) {
			ze(), Ve("InferenceSession.run");
			let r = {}, i = {};
			if (typeof e != "object" || !e || e instanceof D || Array.isArray(e)) throw TypeError("'feeds' must be an object that use input names as keys and OnnxValue as corresponding values.");
			let a = !0;
			if (typeof t == "object") {
				if (t === null) throw TypeError("Unexpected argument[1]: cannot be null.");
				if (t instanceof D) throw TypeError("'fetches' cannot be a Tensor");
				if (Array.isArray(t)) {
					if (t.length === 0) throw TypeError("'fetches' cannot be an empty array.");
					a = !1;
					for (let e of t) {
						if (typeof e != "string") throw TypeError("'fetches' must be a string array or an object.");
						if (this.outputNames.indexOf(e) === -1) throw RangeError(`'fetches' contains invalid output name: ${e}.`);
						r[e] = null;
					}
					if (typeof n == "object" && n) i = n;
					else if (typeof n < "u") throw TypeError("'options' must be an object.");
				} else {
					let e = !1, o = Object.getOwnPropertyNames(t);
					for (let n of this.outputNames) if (o.indexOf(n) !== -1) {
						let i = t[n];
						(i === null || i instanceof D) && (e = !0, a = !1, r[n] = i);
					}
					if (e) {
						if (typeof n == "object" && n) i = n;
						else if (typeof n < "u") throw TypeError("'options' must be an object.");
					} else i = t;
				}
			} else if (typeof t < "u") throw TypeError("Unexpected argument[1]: must be 'fetches' or 'options'.");
			for (let t of this.inputNames) if (typeof e[t] > "u") throw Error(`input '${t}' is missing in 'feeds'.`);
			if (a) for (let e of this.outputNames) r[e] = null;
			let o = await this.handler.run(e, r, i), s = {};
			for (let e in o) if (Object.hasOwnProperty.call(o, e)) {
				let t = o[e];
				s[e] = t instanceof D ? t : new D(t.type, t.data, t.dims);
			}
			return He("InferenceSession.run"), Be(), s;
		}
		async release() {
			return this.handler.dispose();
		}
		static async create(t, n, r, i) {
			ze(), Ve("InferenceSession.create");
			let a, o = {};
			if (typeof t == "string") {
				if (a = t, typeof n == "object" && n) o = n;
				else if (typeof n < "u") throw TypeError("'options' must be an object.");
			} else if (t instanceof Uint8Array) {
				if (a = t, typeof n == "object" && n) o = n;
				else if (typeof n < "u") throw TypeError("'options' must be an object.");
			} else if (t instanceof ArrayBuffer || typeof SharedArrayBuffer < "u" && t instanceof SharedArrayBuffer) {
				let e = t, s = 0, c = t.byteLength;
				if (typeof n == "object" && n) o = n;
				else if (typeof n == "number") {
					if (s = n, !Number.isSafeInteger(s)) throw RangeError("'byteOffset' must be an integer.");
					if (s < 0 || s >= e.byteLength) throw RangeError(`'byteOffset' is out of range [0, ${e.byteLength}).`);
					if (c = t.byteLength - s, typeof r == "number") {
						if (c = r, !Number.isSafeInteger(c)) throw RangeError("'byteLength' must be an integer.");
						if (c <= 0 || s + c > e.byteLength) throw RangeError(`'byteLength' is out of range (0, ${e.byteLength - s}].`);
						if (typeof i == "object" && i) o = i;
						else if (typeof i < "u") throw TypeError("'options' must be an object.");
					} else if (typeof r < "u") throw TypeError("'byteLength' must be a number.");
				} else if (typeof n < "u") throw TypeError("'options' must be an object.");
				a = new Uint8Array(e, s, c);
			} else throw TypeError("Unexpected argument[0]: must be 'path' or 'buffer'.");
			let [s, c] = await le(o), l = await s.createInferenceSessionHandler(a, c);
			return He("InferenceSession.create"), Be(), new e(l);
		}
		startProfiling() {
			this.handler.startProfiling();
		}
		endProfiling() {
			this.handler.endProfiling();
		}
		get inputNames() {
			return this.handler.inputNames;
		}
		get outputNames() {
			return this.handler.outputNames;
		}
		get inputMetadata() {
			return this.handler.inputMetadata;
		}
		get outputMetadata() {
			return this.handler.outputMetadata;
		}
	};
}), Ke, qe = S(() => {
	Ge(), Ke = We;
}), Je = S(() => {}), Ye = S(() => {}), Xe = S(() => {}), Ze = S(() => {});
re({}, {
	InferenceSession: () => Ke,
	TRACE: () => Le,
	TRACE_EVENT_BEGIN: () => Ve,
	TRACE_EVENT_END: () => He,
	TRACE_FUNC_BEGIN: () => ze,
	TRACE_FUNC_END: () => Be,
	Tensor: () => D,
	env: () => T,
	registerBackend: () => se
});
var Qe = S(() => {
	de(), ge(), qe(), Ie(), Je(), Ye(), Ue(), Xe(), Ze();
}), $e = S(() => {}), et = {};
re(et, { default: () => rt });
var tt, nt, rt, it = S(() => {
	un(), Dt(), vt(), tt = "ort-wasm-proxy-worker", nt = globalThis.self?.name === tt, nt && (self.onmessage = (e) => {
		let { type: t, in: n } = e.data;
		try {
			switch (t) {
				case "init-wasm":
					Et(n.wasm).then(() => {
						Zt(n).then(() => {
							postMessage({ type: t });
						}, (e) => {
							postMessage({
								type: t,
								err: e
							});
						});
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				case "init-ep": {
					let { epName: e, env: r } = n;
					Qt(r, e).then(() => {
						postMessage({ type: t });
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "copy-from": {
					let { buffer: e } = n, r = nn(e);
					postMessage({
						type: t,
						out: r
					});
					break;
				}
				case "create": {
					let { model: e, options: r } = n;
					rn(e, r).then((e) => {
						postMessage({
							type: t,
							out: e
						});
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "release":
					an(n), postMessage({ type: t });
					break;
				case "run": {
					let { sessionId: e, inputIndices: r, inputs: i, outputIndices: a, options: o } = n;
					sn(e, r, i, a, Array(a.length).fill(null), o).then((e) => {
						e.some((e) => e[3] !== "cpu") ? postMessage({
							type: t,
							err: "Proxy does not support non-cpu tensor location."
						}) : postMessage({
							type: t,
							out: e
						}, ln([...i, ...e]));
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "end-profiling": cn(n), postMessage({ type: t });
			}
		} catch (e) {
			postMessage({
				type: t,
				err: e
			});
		}
	}), rt = nt ? null : (e) => new Worker(e ?? O, {
		type: "module",
		name: tt
	});
}), at, ot, st, O, ct, lt, ut, dt, ft, pt, mt, ht, gt, _t, vt = S(() => {
	$e(), at = typeof location > "u" ? void 0 : location.origin, ot = import.meta.url > "file:" && import.meta.url < "file;", st = () => ot ? new URL(new URL("ort.wasm.min.mjs", import.meta.url).href, at).href : import.meta.url, O = st(), ct = () => {
		if (O && !O.startsWith("blob:")) return O.substring(0, O.lastIndexOf("/") + 1);
	}, lt = (e, t) => {
		try {
			let n = t ?? O;
			return (n ? new URL(e, n) : new URL(e)).origin === at;
		} catch {
			return !1;
		}
	}, ut = (e, t) => {
		let n = t ?? O;
		try {
			return (n ? new URL(e, n) : new URL(e)).href;
		} catch {
			return;
		}
	}, dt = (e, t) => `${t ?? "./"}${e}`, ft = async (e) => {
		let t = await (await fetch(e, { credentials: "same-origin" })).blob();
		return URL.createObjectURL(t);
	}, pt = async (e) => (await import(
		/*webpackIgnore:true*/
		/*@vite-ignore*/
		e
)).default, mt = (it(), ae(et)).default, ht = async () => {
		if (!O) throw Error("Failed to load proxy worker: cannot determine the script source URL.");
		if (lt(O)) return [void 0, mt()];
		let e = await ft(O);
		return [e, mt(e)];
	}, gt = void 0, _t = async (e, t, n, r) => {
		let i = gt && !(e || t);
		if (i) {
			if (O) i = lt(O) || r && !n;
			else if (r && !n) i = !0;
			else throw Error("cannot determine the script source URL.");
		}
		if (i) return [void 0, gt];
		{
			let r = "ort-wasm-simd-threaded.mjs", i = e ?? ut(r, t), a = n && i && !lt(i, t), o = a ? await ft(i) : i ?? dt(r, t);
			return [a ? o : void 0, await pt(o)];
		}
	};
}), yt, bt, xt, St, Ct, wt, Tt, Et, k, Dt = S(() => {
	vt(), bt = !1, xt = !1, St = !1, Ct = () => {
		if (typeof SharedArrayBuffer > "u") return !1;
		try {
			return typeof MessageChannel < "u" && new MessageChannel().port1.postMessage(new SharedArrayBuffer(1)), WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				4,
				1,
				96,
				0,
				0,
				3,
				2,
				1,
				0,
				5,
				4,
				1,
				3,
				1,
				1,
				10,
				11,
				1,
				9,
				0,
				65,
				0,
				254,
				16,
				2,
				0,
				26,
				11
			]));
		} catch {
			return !1;
		}
	}, wt = () => {
		try {
			return WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				4,
				1,
				96,
				0,
				0,
				3,
				2,
				1,
				0,
				10,
				30,
				1,
				28,
				0,
				65,
				0,
				253,
				15,
				253,
				12,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				253,
				186,
				1,
				26,
				11
			]));
		} catch {
			return !1;
		}
	}, Tt = () => {
		try {
			return WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				5,
				1,
				96,
				0,
				1,
				123,
				3,
				2,
				1,
				0,
				10,
				19,
				1,
				17,
				0,
				65,
				1,
				253,
				15,
				65,
				2,
				253,
				15,
				65,
				3,
				253,
				15,
				253,
				147,
				2,
				11
			]));
		} catch {
			return !1;
		}
	}, Et = async (e) => {
		if (bt) return Promise.resolve();
		if (xt) throw Error("multiple calls to 'initializeWebAssembly()' detected.");
		if (St) throw Error("previous call to 'initializeWebAssembly()' failed.");
		xt = !0;
		let t = e.initTimeout, n = e.numThreads;
		if (e.simd !== !1) {
			if (e.simd === "relaxed") {
				if (!Tt()) throw Error("Relaxed WebAssembly SIMD is not supported in the current environment.");
			} else if (!wt()) throw Error("WebAssembly SIMD is not supported in the current environment.");
		}
		let r = Ct();
		n > 1 && !r && (typeof self < "u" && !self.crossOriginIsolated && console.warn("env.wasm.numThreads is set to " + n + ", but this will not work unless you enable crossOriginIsolated mode. See https://web.dev/cross-origin-isolation-guide/ for more info."), console.warn("WebAssembly multi-threading is not supported in the current environment. Falling back to single-threading."), e.numThreads = n = 1);
		let i = e.wasmPaths, a = typeof i == "string" ? i : void 0, o = i?.mjs, s = o?.href ?? o, c = i?.wasm, l = c?.href ?? c, u = e.wasmBinary, [d, f] = await _t(s, a, n > 1, !!u || !!l), p = !1, m = [];
		if (t > 0 && m.push(new Promise((e) => {
			setTimeout(() => {
				p = !0, e();
			}, t);
		})), m.push(new Promise((e, t) => {
			let r = { numThreads: n };
			if (u) r.wasmBinary = u, r.locateFile = (e) => e;
			else if (l || a) r.locateFile = (e) => l ?? a + e;
			else if (s && s.indexOf("blob:") !== 0) r.locateFile = (e) => new URL(e, s).href;
			else if (d) {
				let e = ct();
				e && (r.locateFile = (t) => e + t);
			}
			f(r).then((t) => {
				xt = !1, bt = !0, yt = t, e(), d && URL.revokeObjectURL(d);
			}, (e) => {
				xt = !1, St = !0, t(e);
			});
		})), await Promise.race(m), p) throw Error(`WebAssembly backend initializing failed due to timeout: ${t}ms`);
	}, k = () => {
		if (bt && yt) return yt;
		throw Error("WebAssembly is not initialized yet.");
	};
}), A, Ot, j, kt = S(() => {
	Dt(), A = (e, t) => {
		let n = k(), r = n.lengthBytesUTF8(e) + 1, i = n._malloc(r);
		return n.stringToUTF8(e, i, r), t.push(i), i;
	}, Ot = (e, t, n, r) => {
		if (typeof e == "object" && e) {
			if (n.has(e)) throw Error("Circular reference in options");
			n.add(e);
		}
		Object.entries(e).forEach(([e, i]) => {
			let a = t ? t + e : e;
			if (typeof i == "object") Ot(i, a + ".", n, r);
			else if (typeof i == "string" || typeof i == "number") r(a, i.toString());
			else if (typeof i == "boolean") r(a, i ? "1" : "0");
			else throw Error(`Can't handle extra config type: ${typeof i}`);
		});
	}, j = (e) => {
		let t = k(), n = t.stackSave();
		try {
			let n = t.PTR_SIZE, r = t.stackAlloc(2 * n);
			t._OrtGetLastError(r, r + n);
			let i = Number(t.getValue(r, n === 4 ? "i32" : "i64")), a = t.getValue(r + n, "*"), o = a ? t.UTF8ToString(a) : "";
			throw Error(`${e} ERROR_CODE: ${i}, ERROR_MESSAGE: ${o}`);
		} finally {
			t.stackRestore(n);
		}
	};
}), At, jt = S(() => {
	Dt(), kt(), At = (e) => {
		let t = k(), n = 0, r = [], i = e || {};
		try {
			if (e?.logSeverityLevel === void 0) i.logSeverityLevel = 2;
			else if (typeof e.logSeverityLevel != "number" || !Number.isInteger(e.logSeverityLevel) || e.logSeverityLevel < 0 || e.logSeverityLevel > 4) throw Error(`log severity level is not valid: ${e.logSeverityLevel}`);
			if (e?.logVerbosityLevel === void 0) i.logVerbosityLevel = 0;
			else if (typeof e.logVerbosityLevel != "number" || !Number.isInteger(e.logVerbosityLevel)) throw Error(`log verbosity level is not valid: ${e.logVerbosityLevel}`);
			e?.terminate === void 0 && (i.terminate = !1);
			let a = 0;
			return e?.tag !== void 0 && (a = A(e.tag, r)), n = t._OrtCreateRunOptions(i.logSeverityLevel, i.logVerbosityLevel, !!i.terminate, a), n === 0 && j("Can't create run options."), e?.extra !== void 0 && Ot(e.extra, "", /* @__PURE__ */ new WeakSet(), (e, i) => {
				let a = A(e, r), o = A(i, r);
				t._OrtAddRunConfigEntry(n, a, o) !== 0 && j(`Can't set a run config entry: ${e} - ${i}.`);
			}), [n, r];
		} catch (e) {
			throw n !== 0 && t._OrtReleaseRunOptions(n), r.forEach((e) => t._free(e)), e;
		}
	};
}), Mt, Nt, Pt, Ft, It, Lt, Rt = S(() => {
	Dt(), kt(), Mt = (e) => {
		switch (e) {
			case "disabled": return 0;
			case "basic": return 1;
			case "extended": return 2;
			case "layout": return 3;
			case "all": return 99;
			default: throw Error(`unsupported graph optimization level: ${e}`);
		}
	}, Nt = (e) => {
		switch (e) {
			case "sequential": return 0;
			case "parallel": return 1;
			default: throw Error(`unsupported execution mode: ${e}`);
		}
	}, Pt = (e) => {
		e.extra ||= {}, e.extra.session || (e.extra.session = {});
		let t = e.extra.session;
		t.use_ort_model_bytes_directly ||= "1", e.executionProviders && e.executionProviders.some((e) => (typeof e == "string" ? e : e.name) === "webgpu") && (e.enableMemPattern = !1);
	}, Ft = (e, t, n, r) => {
		let i = A(t, r), a = A(n, r);
		k()._OrtAddSessionConfigEntry(e, i, a) !== 0 && j(`Can't set a session config entry: ${t} - ${n}.`);
	}, It = async (e, t, n) => {
		let r = t.executionProviders;
		for (let t of r) {
			let r = typeof t == "string" ? t : t.name, i = [];
			switch (r) {
				case "webnn":
					if (r = "WEBNN", Ft(e, "session.disable_quant_qdq", "1", n), Ft(e, "session.disable_qdq_constant_folding", "1", n), typeof t != "string") {
						let r = t?.deviceType;
						r && Ft(e, "deviceType", r, n);
					}
					break;
				case "webgpu":
					if (r = "JS", typeof t != "string") {
						let r = t;
						if (r?.preferredLayout) {
							if (r.preferredLayout !== "NCHW" && r.preferredLayout !== "NHWC") throw Error(`preferredLayout must be either 'NCHW' or 'NHWC': ${r.preferredLayout}`);
							Ft(e, "preferredLayout", r.preferredLayout, n);
						}
					}
					break;
				case "wasm":
				case "cpu": continue;
				default: throw Error(`not supported execution provider: ${r}`);
			}
			let a = A(r, n), o = i.length, s = 0, c = 0;
			if (o > 0) {
				s = k()._malloc(o * k().PTR_SIZE), n.push(s), c = k()._malloc(o * k().PTR_SIZE), n.push(c);
				for (let e = 0; e < o; e++) k().setValue(s + e * k().PTR_SIZE, i[e][0], "*"), k().setValue(c + e * k().PTR_SIZE, i[e][1], "*");
			}
			await k()._OrtAppendExecutionProvider(e, a, s, c, o) !== 0 && j(`Can't append execution provider: ${r}.`);
		}
	}, Lt = async (e) => {
		let t = k(), n = 0, r = [], i = e || {};
		Pt(i);
		try {
			let e = Mt(i.graphOptimizationLevel ?? "all"), a = Nt(i.executionMode ?? "sequential"), o = typeof i.logId == "string" ? A(i.logId, r) : 0, s = i.logSeverityLevel ?? 2;
			if (!Number.isInteger(s) || s < 0 || s > 4) throw Error(`log severity level is not valid: ${s}`);
			let c = i.logVerbosityLevel ?? 0;
			if (!Number.isInteger(c) || c < 0 || c > 4) throw Error(`log verbosity level is not valid: ${c}`);
			let l = typeof i.optimizedModelFilePath == "string" ? A(i.optimizedModelFilePath, r) : 0;
			if (n = t._OrtCreateSessionOptions(e, !!i.enableCpuMemArena, !!i.enableMemPattern, a, !!i.enableProfiling, 0, o, s, c, l), n === 0 && j("Can't create session options."), i.executionProviders && await It(n, i, r), i.enableGraphCapture !== void 0) {
				if (typeof i.enableGraphCapture != "boolean") throw Error(`enableGraphCapture must be a boolean value: ${i.enableGraphCapture}`);
				Ft(n, "enableGraphCapture", i.enableGraphCapture.toString(), r);
			}
			if (i.freeDimensionOverrides) for (let [e, a] of Object.entries(i.freeDimensionOverrides)) {
				if (typeof e != "string") throw Error(`free dimension override name must be a string: ${e}`);
				if (typeof a != "number" || !Number.isInteger(a) || a < 0) throw Error(`free dimension override value must be a non-negative integer: ${a}`);
				let i = A(e, r);
				t._OrtAddFreeDimensionOverride(n, i, a) !== 0 && j(`Can't set a free dimension override: ${e} - ${a}.`);
			}
			return i.extra !== void 0 && Ot(i.extra, "", /* @__PURE__ */ new WeakSet(), (e, t) => {
				Ft(n, e, t, r);
			}), [n, r];
		} catch (e) {
			throw n !== 0 && t._OrtReleaseSessionOptions(n) !== 0 && j("Can't release session options."), r.forEach((e) => t._free(e)), e;
		}
	};
}), zt, Bt, Vt, Ht, Ut, Wt, Gt, Kt, qt = S(() => {
	zt = (e) => {
		switch (e) {
			case "int8": return 3;
			case "uint8": return 2;
			case "bool": return 9;
			case "int16": return 5;
			case "uint16": return 4;
			case "int32": return 6;
			case "uint32": return 12;
			case "float16": return 10;
			case "float32": return 1;
			case "float64": return 11;
			case "string": return 8;
			case "int64": return 7;
			case "uint64": return 13;
			case "int4": return 22;
			case "uint4": return 21;
			default: throw Error(`unsupported data type: ${e}`);
		}
	}, Bt = (e) => {
		switch (e) {
			case 3: return "int8";
			case 2: return "uint8";
			case 9: return "bool";
			case 5: return "int16";
			case 4: return "uint16";
			case 6: return "int32";
			case 12: return "uint32";
			case 10: return "float16";
			case 1: return "float32";
			case 11: return "float64";
			case 8: return "string";
			case 7: return "int64";
			case 13: return "uint64";
			case 22: return "int4";
			case 21: return "uint4";
			default: throw Error(`unsupported data type: ${e}`);
		}
	}, Vt = (e, t) => {
		let n = [
			-1,
			4,
			1,
			1,
			2,
			2,
			4,
			8,
			-1,
			1,
			2,
			8,
			4,
			8,
			-1,
			-1,
			-1,
			-1,
			-1,
			-1,
			-1,
			.5,
			.5
		][e], r = typeof t == "number" ? t : t.reduce((e, t) => e * t, 1);
		return n > 0 ? Math.ceil(r * n) : void 0;
	}, Ht = (e) => {
		switch (e) {
			case "float16": return typeof Float16Array < "u" ? Float16Array : Uint16Array;
			case "float32": return Float32Array;
			case "uint8": return Uint8Array;
			case "int8": return Int8Array;
			case "uint16": return Uint16Array;
			case "int16": return Int16Array;
			case "int32": return Int32Array;
			case "bool": return Uint8Array;
			case "float64": return Float64Array;
			case "uint32": return Uint32Array;
			case "int64": return BigInt64Array;
			case "uint64": return BigUint64Array;
			default: throw Error(`unsupported type: ${e}`);
		}
	}, Ut = (e) => {
		switch (e) {
			case "verbose": return 0;
			case "info": return 1;
			case "warning": return 2;
			case "error": return 3;
			case "fatal": return 4;
			default: throw Error(`unsupported logging level: ${e}`);
		}
	}, Wt = (e) => e === "float32" || e === "float16" || e === "int32" || e === "int64" || e === "uint32" || e === "uint8" || e === "bool" || e === "uint4" || e === "int4", Gt = (e) => e === "float32" || e === "float16" || e === "int32" || e === "int64" || e === "uint32" || e === "uint64" || e === "int8" || e === "uint8" || e === "bool" || e === "uint4" || e === "int4", Kt = (e) => {
		switch (e) {
			case "none": return 0;
			case "cpu": return 1;
			case "cpu-pinned": return 2;
			case "texture": return 3;
			case "gpu-buffer": return 4;
			case "ml-tensor": return 5;
			default: throw Error(`unsupported data location: ${e}`);
		}
	};
}), Jt, Yt = S(() => {
	$e(), Jt = async (e) => {
		if (typeof e == "string") {
			let t = await fetch(e);
			if (!t.ok) throw Error(`failed to load external data file: ${e}`);
			let n = t.headers.get("Content-Length"), r = n ? parseInt(n, 10) : 0;
			if (r < 1073741824) return new Uint8Array(await t.arrayBuffer());
			{
				if (!t.body) throw Error(`failed to load external data file: ${e}, no response body.`);
				let n = t.body.getReader(), i;
				try {
					i = new ArrayBuffer(r);
				} catch (e) {
					if (e instanceof RangeError) {
						let e = Math.ceil(r / 65536);
						i = new WebAssembly.Memory({
							initial: e,
							maximum: e
						}).buffer;
					} else throw e;
				}
				let a = 0;
				for (;;) {
					let { done: e, value: t } = await n.read();
					if (e) break;
					let r = t.byteLength;
					new Uint8Array(i, a, r).set(t), a += r;
				}
				return new Uint8Array(i, 0, r);
			}
		}
		return e instanceof Blob ? new Uint8Array(await e.arrayBuffer()) : e instanceof Uint8Array ? e : new Uint8Array(e);
	};
}), Xt, Zt, Qt, $t, en, tn, nn, rn, an, on, sn, cn, ln, un = S(() => {
	Qe(), jt(), Rt(), qt(), Dt(), kt(), Yt(), Xt = (e, t) => {
		k()._OrtInit(e, t) !== 0 && j("Can't initialize onnxruntime.");
	}, Zt = async (e) => {
		Xt(e.wasm.numThreads, Ut(e.logLevel));
	}, Qt = async (e, t) => {
		k().asyncInit?.();
		let n = e.webgpu.adapter;
		if (t === "webgpu") {
			if (typeof navigator > "u" || !navigator.gpu) throw Error("WebGPU is not supported in current environment");
			if (n) {
				if (typeof n.limits != "object" || typeof n.features != "object" || typeof n.requestDevice != "function") throw Error("Invalid GPU adapter set in `env.webgpu.adapter`. It must be a GPUAdapter object.");
			} else {
				let t = e.webgpu.powerPreference;
				if (t !== void 0 && t !== "low-power" && t !== "high-performance") throw Error(`Invalid powerPreference setting: "${t}"`);
				let r = e.webgpu.forceFallbackAdapter;
				if (r !== void 0 && typeof r != "boolean") throw Error(`Invalid forceFallbackAdapter setting: "${r}"`);
				if (n = await navigator.gpu.requestAdapter({
					powerPreference: t,
					forceFallbackAdapter: r
				}), !n) throw Error("Failed to get GPU adapter. You may need to enable flag \"--enable-unsafe-webgpu\" if you are using Chrome.");
			}
		}
		if (t === "webnn" && (typeof navigator > "u" || !navigator.ml)) throw Error("WebNN is not supported in current environment");
	}, $t = /* @__PURE__ */ new Map(), en = (e) => {
		let t = k(), n = t.stackSave();
		try {
			let n = t.PTR_SIZE, r = t.stackAlloc(2 * n);
			t._OrtGetInputOutputCount(e, r, r + n) !== 0 && j("Can't get session input/output count.");
			let i = n === 4 ? "i32" : "i64";
			return [Number(t.getValue(r, i)), Number(t.getValue(r + n, i))];
		} finally {
			t.stackRestore(n);
		}
	}, tn = (e, t) => {
		let n = k(), r = n.stackSave(), i = 0;
		try {
			let r = n.PTR_SIZE, a = n.stackAlloc(2 * r);
			n._OrtGetInputOutputMetadata(e, t, a, a + r) !== 0 && j("Can't get session input/output metadata.");
			let o = Number(n.getValue(a, "*"));
			i = Number(n.getValue(a + r, "*"));
			let s = n.HEAP32[i / 4];
			if (s === 0) return [o, 0];
			let c = n.HEAPU32[i / 4 + 1], l = [];
			for (let e = 0; e < c; e++) {
				let t = Number(n.getValue(i + 8 + e * r, "*"));
				l.push(t === 0 ? Number(n.getValue(i + 8 + (e + c) * r, "*")) : n.UTF8ToString(t));
			}
			return [
				o,
				s,
				l
			];
		} finally {
			n.stackRestore(r), i !== 0 && n._OrtFree(i);
		}
	}, nn = (e) => {
		let t = k(), n = t._malloc(e.byteLength);
		if (n === 0) throw Error(`Can't create a session. failed to allocate a buffer of size ${e.byteLength}.`);
		return t.HEAPU8.set(e, n), [n, e.byteLength];
	}, rn = async (e, t) => {
		let n, r, i = k();
		Array.isArray(e) ? [n, r] = e : e.buffer === i.HEAPU8.buffer ? [n, r] = [e.byteOffset, e.byteLength] : [n, r] = nn(e);
		let a = 0, o = 0, s = [], c = [], l = [];
		try {
			if ([o, s] = await Lt(t), t?.externalData && i.mountExternalData) {
				let e = [];
				for (let n of t.externalData) {
					let t = typeof n == "string" ? n : n.path, r = typeof n == "string" ? n : n.data;
					e.push(Jt(r).then((e) => {
						i.mountExternalData(t, e);
					}));
				}
				await Promise.all(e);
			}
			for (let e of t?.executionProviders ?? []) if ((typeof e == "string" ? e : e.name) === "webnn") {
				if (i.shouldTransferToMLTensor = !1, typeof e != "string") {
					let t = e, n = t?.context, r = t?.gpuDevice, a = t?.deviceType, o = t?.powerPreference;
					i.currentContext = n || (r ? await i.webnnCreateMLContext(r) : await i.webnnCreateMLContext({
						deviceType: a,
						powerPreference: o
					}));
				} else i.currentContext = await i.webnnCreateMLContext();
				break;
			}
			a = await i._OrtCreateSession(n, r, o), i.webgpuOnCreateSession?.(a), a === 0 && j("Can't create a session."), i.jsepOnCreateSession?.(), i.currentContext && (i.webnnRegisterMLContext(a, i.currentContext), i.currentContext = void 0, i.shouldTransferToMLTensor = !0);
			let [e, u] = en(a), d = !!t?.enableGraphCapture, f = [], p = [], m = [], h = [];
			for (let t = 0; t < e; t++) {
				let [e, n, r] = tn(a, t);
				e === 0 && j("Can't get an input name."), c.push(e);
				let o = i.UTF8ToString(e);
				f.push(o), m.push(n === 0 ? {
					name: o,
					isTensor: !1
				} : {
					name: o,
					isTensor: !0,
					type: Bt(n),
					shape: r
				});
			}
			for (let t = 0; t < u; t++) {
				let [n, r, o] = tn(a, t + e);
				n === 0 && j("Can't get an output name."), l.push(n);
				let s = i.UTF8ToString(n);
				p.push(s), h.push(r === 0 ? {
					name: s,
					isTensor: !1
				} : {
					name: s,
					isTensor: !0,
					type: Bt(r),
					shape: o
				});
			}
			return $t.set(a, [
				a,
				c,
				l,
				null,
				d,
				!1
			]), [
				a,
				f,
				p,
				m,
				h
			];
		} catch (e) {
			throw c.forEach((e) => i._OrtFree(e)), l.forEach((e) => i._OrtFree(e)), a !== 0 && i._OrtReleaseSession(a) !== 0 && j("Can't release session."), e;
		} finally {
			i._free(n), o !== 0 && i._OrtReleaseSessionOptions(o) !== 0 && j("Can't release session options."), s.forEach((e) => i._free(e)), i.unmountExternalData?.();
		}
	}, an = (e) => {
		let t = k(), n = $t.get(e);
		if (!n) throw Error(`cannot release session. invalid session id: ${e}`);
		let [r, i, a, o, s] = n;
		o && (s && t._OrtClearBoundOutputs(o.handle) !== 0 && j("Can't clear bound outputs."), t._OrtReleaseBinding(o.handle) !== 0 && j("Can't release IO binding.")), t.jsepOnReleaseSession?.(e), t.webnnOnReleaseSession?.(e), t.webgpuOnReleaseSession?.(e), i.forEach((e) => t._OrtFree(e)), a.forEach((e) => t._OrtFree(e)), t._OrtReleaseSession(r) !== 0 && j("Can't release session."), $t.delete(e);
	}, on = async (e, t, n, r, i, a, o = !1) => {
		if (!e) {
			t.push(0);
			return;
		}
		let s = k(), c = s.PTR_SIZE, l = e[0], u = e[1], d = e[3], f = d, p, m;
		if (l === "string" && (d === "gpu-buffer" || d === "ml-tensor")) throw Error("String tensor is not supported on GPU.");
		if (o && d !== "gpu-buffer") throw Error(`External buffer must be provided for input/output index ${a} when enableGraphCapture is true.`);
		if (d === "gpu-buffer") {
			let t = e[2].gpuBuffer;
			m = Vt(zt(l), u);
			{
				let e = s.jsepRegisterBuffer;
				if (!e) throw Error("Tensor location \"gpu-buffer\" is not supported without using WebGPU.");
				p = e(r, a, t, m);
			}
		} else if (d === "ml-tensor") {
			let t = e[2].mlTensor;
			m = Vt(zt(l), u);
			let n = s.webnnRegisterMLTensor;
			if (!n) throw Error("Tensor location \"ml-tensor\" is not supported without using WebNN.");
			p = n(r, t, zt(l), u);
		} else {
			let t = e[2];
			if (Array.isArray(t)) {
				m = c * t.length, p = s._malloc(m), n.push(p);
				for (let e = 0; e < t.length; e++) {
					if (typeof t[e] != "string") throw TypeError(`tensor data at index ${e} is not a string`);
					s.setValue(p + e * c, A(t[e], n), "*");
				}
			} else {
				let e = s.webnnIsGraphInput, a = s.webnnIsGraphOutput;
				if (l !== "string" && e && a) {
					let o = s.UTF8ToString(i);
					if (e(r, o) || a(r, o)) {
						let e = zt(l);
						m = Vt(e, u), f = "ml-tensor";
						let n = s.webnnCreateTemporaryTensor, i = s.webnnUploadTensor;
						if (!n || !i) throw Error("Tensor location \"ml-tensor\" is not supported without using WebNN.");
						let a = await n(r, e, u);
						i(a, new Uint8Array(t.buffer, t.byteOffset, t.byteLength)), p = a;
					} else m = t.byteLength, p = s._malloc(m), n.push(p), s.HEAPU8.set(new Uint8Array(t.buffer, t.byteOffset, m), p);
				} else m = t.byteLength, p = s._malloc(m), n.push(p), s.HEAPU8.set(new Uint8Array(t.buffer, t.byteOffset, m), p);
			}
		}
		let h = s.stackSave(), g = s.stackAlloc(4 * u.length);
		try {
			u.forEach((e, t) => s.setValue(g + t * c, e, c === 4 ? "i32" : "i64"));
			let e = s._OrtCreateTensor(zt(l), p, m, g, u.length, Kt(f));
			e === 0 && j(`Can't create tensor for input/output. session=${r}, index=${a}.`), t.push(e);
		} finally {
			s.stackRestore(h);
		}
	}, sn = async (e, t, n, r, i, a) => {
		let o = k(), s = o.PTR_SIZE, c = $t.get(e);
		if (!c) throw Error(`cannot run inference. invalid session id: ${e}`);
		let l = c[0], u = c[1], d = c[2], f = c[3], p = c[4];
		c[5];
		let m = t.length, h = r.length, g = 0, _ = [], v = [], y = [], b = [], ee = [], x = o.stackSave(), te = o.stackAlloc(m * s), ne = o.stackAlloc(m * s), S = o.stackAlloc(h * s), re = o.stackAlloc(h * s);
		try {
			[g, _] = At(a), Ve("wasm prepareInputOutputTensor");
			for (let r = 0; r < m; r++) await on(n[r], v, b, e, u[t[r]], t[r], p);
			for (let t = 0; t < h; t++) await on(i[t], y, b, e, d[r[t]], m + r[t], p);
			He("wasm prepareInputOutputTensor");
			for (let e = 0; e < m; e++) o.setValue(te + e * s, v[e], "*"), o.setValue(ne + e * s, u[t[e]], "*");
			for (let e = 0; e < h; e++) o.setValue(S + e * s, y[e], "*"), o.setValue(re + e * s, d[r[e]], "*");
			o.jsepOnRunStart?.(l), o.webnnOnRunStart?.(l);
			let c;
			c = await o._OrtRun(l, ne, te, m, re, h, S, g), c !== 0 && j("failed to call OrtRun().");
			let x = [], ie = [];
			Ve("wasm ProcessOutputTensor");
			for (let t = 0; t < h; t++) {
				let n = Number(o.getValue(S + t * s, "*"));
				if (n === y[t] || ee.includes(y[t])) {
					x.push(i[t]), n !== y[t] && o._OrtReleaseTensor(n) !== 0 && j("Can't release tensor.");
					continue;
				}
				let a = o.stackSave(), c = o.stackAlloc(4 * s), l = !1, u, d = 0;
				try {
					o._OrtGetTensorData(n, c, c + s, c + 2 * s, c + 3 * s) !== 0 && j(`Can't access output tensor data on index ${t}.`);
					let i = s === 4 ? "i32" : "i64", a = Number(o.getValue(c, i));
					d = o.getValue(c + s, "*");
					let p = o.getValue(c + s * 2, "*"), m = Number(o.getValue(c + s * 3, i)), h = [];
					for (let e = 0; e < m; e++) h.push(Number(o.getValue(p + e * s, i)));
					o._OrtFree(p) !== 0 && j("Can't free memory for tensor dims.");
					let g = h.reduce((e, t) => e * t, 1);
					u = Bt(a);
					let _ = f?.outputPreferredLocations[r[t]];
					if (u === "string") {
						if (_ === "gpu-buffer" || _ === "ml-tensor") throw Error("String tensor is not supported on GPU.");
						let e = [];
						for (let t = 0; t < g; t++) {
							let n = o.getValue(d + t * s, "*"), r = o.getValue(d + (t + 1) * s, "*"), i = t === g - 1 ? void 0 : r - n;
							e.push(o.UTF8ToString(n, i));
						}
						x.push([
							u,
							h,
							e,
							"cpu"
						]);
					} else if (_ === "gpu-buffer" && g > 0) {
						let e = o.jsepGetBuffer;
						if (!e) throw Error("preferredLocation \"gpu-buffer\" is not supported without using WebGPU.");
						let t = e(d), r = Vt(a, g);
						if (r === void 0 || !Wt(u)) throw Error(`Unsupported data type: ${u}`);
						l = !0, x.push([
							u,
							h,
							{
								gpuBuffer: t,
								download: o.jsepCreateDownloader(t, r, u),
								dispose: () => {
									o._OrtReleaseTensor(n) !== 0 && j("Can't release tensor.");
								}
							},
							"gpu-buffer"
						]);
					} else if (_ === "ml-tensor" && g > 0) {
						let t = o.webnnEnsureTensor, r = o.webnnIsGraphInputOutputTypeSupported;
						if (!t || !r) throw Error("preferredLocation \"ml-tensor\" is not supported without using WebNN.");
						if (Vt(a, g) === void 0 || !Gt(u)) throw Error(`Unsupported data type: ${u}`);
						if (!r(e, u, !1)) throw Error(`preferredLocation "ml-tensor" for ${u} output is not supported by current WebNN Context.`);
						let i = await t(e, d, a, h, !1);
						l = !0, x.push([
							u,
							h,
							{
								mlTensor: i,
								download: o.webnnCreateMLTensorDownloader(d, u),
								dispose: () => {
									o.webnnReleaseTensorId(d), o._OrtReleaseTensor(n);
								}
							},
							"ml-tensor"
						]);
					} else if (_ === "ml-tensor-cpu-output" && g > 0) {
						let e = o.webnnCreateMLTensorDownloader(d, u)(), t = x.length;
						l = !0, ie.push((async () => {
							let r = [t, await e];
							return o.webnnReleaseTensorId(d), o._OrtReleaseTensor(n), r;
						})()), x.push([
							u,
							h,
							[],
							"cpu"
						]);
					} else {
						let e = new (Ht(u))(g);
						new Uint8Array(e.buffer, e.byteOffset, e.byteLength).set(o.HEAPU8.subarray(d, d + e.byteLength)), x.push([
							u,
							h,
							e,
							"cpu"
						]);
					}
				} finally {
					o.stackRestore(a), u === "string" && d && o._free(d), l || o._OrtReleaseTensor(n);
				}
			}
			f && !p && (o._OrtClearBoundOutputs(f.handle) !== 0 && j("Can't clear bound outputs."), $t.set(e, [
				l,
				u,
				d,
				f,
				p,
				!1
			]));
			for (let [e, t] of await Promise.all(ie)) x[e][2] = t;
			return He("wasm ProcessOutputTensor"), x;
		} finally {
			o.webnnOnRunEnd?.(l), o.stackRestore(x), v.forEach((e) => o._OrtReleaseTensor(e)), y.forEach((e) => o._OrtReleaseTensor(e)), b.forEach((e) => o._free(e)), g !== 0 && o._OrtReleaseRunOptions(g), _.forEach((e) => o._free(e));
		}
	}, cn = (e) => {
		let t = k(), n = $t.get(e);
		if (!n) throw Error("invalid session id");
		let r = n[0], i = t._OrtEndProfiling(r);
		i === 0 && j("Can't get an profile file name."), t._OrtFree(i);
	}, ln = (e) => {
		let t = [];
		for (let n of e) {
			let e = n[2];
			!Array.isArray(e) && "buffer" in e && t.push(e.buffer);
		}
		return t;
	};
}), M, N, dn, fn, pn, mn, hn, gn, _n, vn, yn, bn, xn, Sn, Cn, wn, Tn, En, Dn = S(() => {
	Qe(), un(), Dt(), vt(), M = () => !!T.wasm.proxy && typeof document < "u", dn = !1, fn = !1, pn = !1, gn = /* @__PURE__ */ new Map(), _n = (e, t) => {
		let n = gn.get(e);
		n ? n.push(t) : gn.set(e, [t]);
	}, vn = () => {
		if (dn || !fn || pn || !N) throw Error("worker not ready");
	}, yn = (e) => {
		switch (e.data.type) {
			case "init-wasm":
				dn = !1, e.data.err ? (pn = !0, hn[1](e.data.err)) : (fn = !0, hn[0]()), mn &&= (URL.revokeObjectURL(mn), void 0);
				break;
			case "init-ep":
			case "copy-from":
			case "create":
			case "release":
			case "run":
			case "end-profiling": {
				let t = gn.get(e.data.type);
				e.data.err ? t.shift()[1](e.data.err) : t.shift()[0](e.data.out);
				break;
			}
		}
	}, bn = async () => {
		if (!fn) {
			if (dn) throw Error("multiple calls to 'initWasm()' detected.");
			if (pn) throw Error("previous call to 'initWasm()' failed.");
			if (dn = !0, M()) return new Promise((e, t) => {
				N?.terminate(), ht().then(([n, r]) => {
					try {
						N = r, N.onerror = (e) => t(e), N.onmessage = yn, hn = [e, t];
						let i = {
							type: "init-wasm",
							in: T
						};
						if (!i.in.wasm.wasmPaths && n) {
							let e = ct();
							e && (i.in.wasm.wasmPaths = e);
						}
						N.postMessage(i), mn = n;
					} catch (e) {
						t(e);
					}
				}, t);
			});
			try {
				await Et(T.wasm), await Zt(T), fn = !0;
			} catch (e) {
				throw pn = !0, e;
			} finally {
				dn = !1;
			}
		}
	}, xn = async (e) => {
		if (M()) return vn(), new Promise((t, n) => {
			_n("init-ep", [t, n]);
			let r = {
				type: "init-ep",
				in: {
					epName: e,
					env: T
				}
			};
			N.postMessage(r);
		});
		await Qt(T, e);
	}, Sn = async (e) => M() ? (vn(), new Promise((t, n) => {
		_n("copy-from", [t, n]);
		let r = {
			type: "copy-from",
			in: { buffer: e }
		};
		N.postMessage(r, [e.buffer]);
	})) : nn(e), Cn = async (e, t) => {
		if (M()) {
			if (t?.preferredOutputLocation) throw Error("session option \"preferredOutputLocation\" is not supported for proxy.");
			return vn(), new Promise((n, r) => {
				_n("create", [n, r]);
				let i = {
					type: "create",
					in: {
						model: e,
						options: { ...t }
					}
				}, a = [];
				e instanceof Uint8Array && a.push(e.buffer), N.postMessage(i, a);
			});
		}
		return rn(e, t);
	}, wn = async (e) => {
		if (M()) return vn(), new Promise((t, n) => {
			_n("release", [t, n]);
			let r = {
				type: "release",
				in: e
			};
			N.postMessage(r);
		});
		an(e);
	}, Tn = async (e, t, n, r, i, a) => {
		if (M()) {
			if (n.some((e) => e[3] !== "cpu")) throw Error("input tensor on GPU is not supported for proxy.");
			if (i.some((e) => e)) throw Error("pre-allocated output tensor is not supported for proxy.");
			return vn(), new Promise((i, o) => {
				_n("run", [i, o]);
				let s = n, c = {
					type: "run",
					in: {
						sessionId: e,
						inputIndices: t,
						inputs: s,
						outputIndices: r,
						options: a
					}
				};
				N.postMessage(c, ln(s));
			});
		}
		return sn(e, t, n, r, i, a);
	}, En = async (e) => {
		if (M()) return vn(), new Promise((t, n) => {
			_n("end-profiling", [t, n]);
			let r = {
				type: "end-profiling",
				in: e
			};
			N.postMessage(r);
		});
		cn(e);
	};
}), On, kn, An, jn = S(() => {
	Qe(), Dn(), qt(), $e(), Yt(), On = (e, t) => {
		switch (e.location) {
			case "cpu": return [
				e.type,
				e.dims,
				e.data,
				"cpu"
			];
			case "gpu-buffer": return [
				e.type,
				e.dims,
				{ gpuBuffer: e.gpuBuffer },
				"gpu-buffer"
			];
			case "ml-tensor": return [
				e.type,
				e.dims,
				{ mlTensor: e.mlTensor },
				"ml-tensor"
			];
			default: throw Error(`invalid data location: ${e.location} for ${t()}`);
		}
	}, kn = (e) => {
		switch (e[3]) {
			case "cpu": return new D(e[0], e[2], e[1]);
			case "gpu-buffer": {
				let t = e[0];
				if (!Wt(t)) throw Error(`not supported data type: ${t} for deserializing GPU tensor`);
				let { gpuBuffer: n, download: r, dispose: i } = e[2];
				return D.fromGpuBuffer(n, {
					dataType: t,
					dims: e[1],
					download: r,
					dispose: i
				});
			}
			case "ml-tensor": {
				let t = e[0];
				if (!Gt(t)) throw Error(`not supported data type: ${t} for deserializing MLTensor tensor`);
				let { mlTensor: n, download: r, dispose: i } = e[2];
				return D.fromMLTensor(n, {
					dataType: t,
					dims: e[1],
					download: r,
					dispose: i
				});
			}
			default: throw Error(`invalid data location: ${e[3]}`);
		}
	}, An = class {
		async fetchModelAndCopyToWasmMemory(e) {
			return Sn(await Jt(e));
		}
		async loadModel(e, t) {
			ze();
			let n;
			n = typeof e == "string" ? await this.fetchModelAndCopyToWasmMemory(e) : e, [this.sessionId, this.inputNames, this.outputNames, this.inputMetadata, this.outputMetadata] = await Cn(n, t), Be();
		}
		async dispose() {
			return wn(this.sessionId);
		}
		async run(e, t, n) {
			ze();
			let r = [], i = [];
			Object.entries(e).forEach((e) => {
				let t = e[0], n = e[1], a = this.inputNames.indexOf(t);
				if (a === -1) throw Error(`invalid input '${t}'`);
				r.push(n), i.push(a);
			});
			let a = [], o = [];
			Object.entries(t).forEach((e) => {
				let t = e[0], n = e[1], r = this.outputNames.indexOf(t);
				if (r === -1) throw Error(`invalid output '${t}'`);
				a.push(n), o.push(r);
			});
			let s = r.map((e, t) => On(e, () => `input "${this.inputNames[i[t]]}"`)), c = a.map((e, t) => e ? On(e, () => `output "${this.outputNames[o[t]]}"`) : null), l = await Tn(this.sessionId, i, s, o, c, n), u = {};
			for (let e = 0; e < l.length; e++) u[this.outputNames[o[e]]] = a[e] ?? kn(l[e]);
			return Be(), u;
		}
		startProfiling() {}
		endProfiling() {
			En(this.sessionId);
		}
	};
}), Mn = {};
re(Mn, {
	OnnxruntimeWebAssemblyBackend: () => Pn,
	initializeFlags: () => Nn,
	wasmBackend: () => Fn
});
var Nn, Pn, Fn, In = S(() => {
	Qe(), Dn(), jn(), Nn = () => {
		(typeof T.wasm.initTimeout != "number" || T.wasm.initTimeout < 0) && (T.wasm.initTimeout = 0);
		let e = T.wasm.simd;
		if (typeof e != "boolean" && e !== void 0 && e !== "fixed" && e !== "relaxed" && (console.warn(`Property "env.wasm.simd" is set to unknown value "${e}". Reset it to \`false\` and ignore SIMD feature checking.`), T.wasm.simd = !1), typeof T.wasm.proxy != "boolean" && (T.wasm.proxy = !1), typeof T.wasm.trace != "boolean" && (T.wasm.trace = !1), typeof T.wasm.numThreads != "number" || !Number.isInteger(T.wasm.numThreads) || T.wasm.numThreads <= 0) {
			if (typeof self < "u" && !self.crossOriginIsolated) T.wasm.numThreads = 1;
			else {
				let e = typeof navigator > "u" ? ne("node:os").cpus().length : navigator.hardwareConcurrency;
				T.wasm.numThreads = Math.min(4, Math.ceil((e || 1) / 2));
			}
		}
	}, Pn = class {
		async init(e) {
			Nn(), await bn(), await xn(e);
		}
		async createInferenceSessionHandler(e, t) {
			let n = new An();
			return await n.loadModel(e, t), n;
		}
	}, Fn = new Pn();
});
Qe(), Qe(), Qe();
var Ln = "1.30.0";
{
	let e = (In(), ae(Mn)).wasmBackend;
	se("cpu", e, 10), se("wasm", e, 10);
}
Object.defineProperty(T.versions, "web", {
	value: Ln,
	enumerable: !0
});
// src/decode/ort.ts
function Rn(e) {
	if (T.wasm.wasmPaths) return;
	let t = (e) => new URL(e, self.location.href).href;
	T.wasm.wasmPaths = {
		mjs: t(e.mjs),
		wasm: t(e.wasm)
	}, T.wasm.numThreads = 1, T.logLevel = "error";
}
var zn = new t(48, (e) => {
	e.then((e) => e.release()).catch(() => {});
});
function Bn(e, t) {
	return zn.get(e, async () => {
		Rn(t);
		let n = await fetch(e);
		if (!n.ok) throw Error(`The model could not be fetched: the server answered ${n.status}.`);
		let r = new Uint8Array(await n.arrayBuffer());
		return new Vn(await Ke.create(r, { executionProviders: ["wasm"] }));
	});
}
var Vn = class {
	session;
	queue = Promise.resolve();
	constructor(e) {
		this.session = e;
	}
	run(e, t) {
		let n = this.queue.then(() => this.runNow(e, t));
		return this.queue = n.catch(() => {}), n;
	}
	release() {
		this.queue.then(() => this.session.release());
	}
	async runNow(e, t) {
		let n = new D("float32", e, t), r = await this.session.run({ [this.session.inputNames[0]]: n }), i = {};
		for (let e of this.session.outputNames) i[e] = r[e].data;
		return i;
	}
}, Hn = class {
	path;
	socket = null;
	waiting = /* @__PURE__ */ new Map();
	nextId = 1;
	constructor(e) {
		this.path = e;
	}
	async decode(e) {
		let t = await this.open(), n = this.nextId++ >>> 0, r = new ArrayBuffer(4 + e.byteLength);
		return new DataView(r).setUint32(0, n, !0), new Float32Array(r, 4).set(e), new Promise((e, i) => {
			this.waiting.set(n, {
				resolve: e,
				reject: i
			}), t.send(r);
		});
	}
	close() {
		this.socket?.then((e) => e.close()).catch(() => {}), this.socket = null;
	}
	open() {
		return this.socket ??= new Promise((e, t) => {
			let n = new URL(this.path, location.href);
			n.protocol = n.protocol.replace("http", "ws");
			let r = new WebSocket(n);
			r.binaryType = "arraybuffer", r.onopen = () => e(r), r.onmessage = ({ data: e }) => this.answer(e), r.onclose = () => {
				this.socket = null;
				let e = /* @__PURE__ */ Error("The server that decodes has closed the connection; move again to retry.");
				t(e), this.failAll(e);
			};
		}), this.socket;
	}
	answer(e) {
		if (typeof e == "string") return this.failAll(Error(e));
		let t = new DataView(e).getUint32(0, !0);
		this.waiting.get(t)?.resolve(new Float32Array(e, 4)), this.waiting.delete(t);
	}
	failAll(e) {
		for (let { reject: t } of this.waiting.values()) t(e);
		this.waiting.clear();
	}
};
// src/decode/engine.ts
async function Un(e) {
	let { models: t, runtime: n, decodeSocket: r, latent: i, map: a, item: o } = e, s = (e) => e ? Bn(e, n) : Promise.resolve(null);
	try {
		let [r, c] = await Promise.all([s(t.decoder), s(t.enter)]);
		if (!r) throw Error("this model is decoded on the server");
		let l = new Wn(r, a.dim), u = c && (async (e, t) => (await c.run(e, [t, i.dim])).code);
		return {
			decoder: l,
			enter: u,
			encode: t.encoder ? Kn(() => Bn(t.encoder, n), o.shape) : null,
			batch: (t) => v(e, t).catch(() => d(l, u, t)),
			note: ""
		};
	} catch (e) {
		let t = qn(e);
		if (!r) throw Error(`This model cannot be decoded here: ${t}`);
		let n = new Hn(r);
		return {
			decoder: n,
			batch: (e) => Gn(n, e),
			enter: null,
			encode: null,
			note: `Decoding on the server, which is slower, because the browser could not do it: ${t}`
		};
	}
}
var Wn = class {
	graph;
	dim;
	constructor(e, t) {
		this.graph = e, this.dim = t;
	}
	async decode(e, t) {
		return (await this.graph.run(e, [t, this.dim])).x;
	}
	close() {}
};
async function Gn(e, t) {
	let n = t.map((e) => e.code);
	if (n.some((e) => e === null)) throw Error("New points of this GAN cannot be worked out here.");
	let r = Float32Array.from(n.flatMap((e) => [...e]));
	return {
		codes: r,
		x: await e.decode(r, t.length)
	};
}
function Kn(e, t) {
	return async (n, r) => {
		let i = await (await e()).run(n, [r, ...t]);
		return {
			mu: i.mu,
			logvar: i.logvar ?? null
		};
	};
}
function qn(e) {
	let t = e instanceof Error ? e.message : String(e);
	return t.length > 160 ? `${t.slice(0, 157)}…` : t;
}
// src/dom/h.ts
function P(e, t = {}, ...n) {
	let r = document.createElement(e);
	for (let [e, n] of Object.entries(t)) n != null && n !== !1 && (typeof n == "function" ? Object.assign(r, { [e]: n }) : r.setAttribute(e, n === !0 ? "" : String(n)));
	for (let e of n) e !== null && r.append(e);
	return r;
}
function F(e, t) {
	e.textContent !== t && (e.textContent = t);
}
function I(e, t = 2) {
	if (!Number.isFinite(e)) return "–";
	let n = Math.abs(e) >= 1e5 ? e.toExponential(1) : e.toFixed(t);
	return /^-0(\.0*)?$/.test(n) ? n.slice(1) : n.replace("-", "−");
}
// src/tools/fog/style.ts
var Jn = "\n.gl-scale {\n  position: absolute; left: 8px; bottom: 26px; z-index: 1; width: 222px; display: grid; gap: 2px; padding: 5px 9px 6px;\n  font-size: 13px; line-height: 1.3; cursor: default; font-variant-numeric: tabular-nums;\n  background: color-mix(in srgb, var(--gl-background) 90%, transparent); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);\n}\n.gl-scale.gl-right { left: auto; right: 8px; }\n.gl-explorer .gl-scale canvas { width: 100%; height: 10px; border: 1px solid var(--gl-border); image-rendering: auto; }\n.gl-scale-head { display: flex; gap: 4px 8px; align-items: baseline; flex-wrap: wrap; }\n.gl-scale-head output { flex: 1; }\n.gl-explorer .gl-scale-head button { margin-left: auto; padding: 0 7px; min-height: 22px; line-height: 18px; }\n.gl-scale-ends { display: flex; justify-content: space-between; gap: 8px; }\n.gl-scale .gl-hint, .gl-scale-data { font-size: 12px; }\n.gl-scale-data { color: var(--gl-quiet); }\n.gl-scale-marks { display: grid; gap: 1px; }\n.gl-scale-marks span { display: flex; gap: 6px; align-items: center; }\n.gl-explorer .gl-scale-marks canvas { width: 14px; height: 14px; border: 0; }\n.gl-axes-strip { display: inline-flex; gap: 3px; min-height: 44px; flex-wrap: wrap; }\n@container (max-width: 760px) { .gl-scale { width: 178px; bottom: 22px; } .gl-scale.gl-right { bottom: auto; top: 22px; } .gl-axes-strip .gl-thumb { width: 38px; height: 38px; } }\n", Yn = "\n.gl-time { display: grid; gap: 6px; }\n.gl-time-row { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; }\n.gl-time-row input[type=\"range\"] { flex: 1 1 240px; min-width: 0; }\n.gl-time-row progress { flex: 0 1 220px; }\n.gl-time-row button { min-width: 5.5em; }\n.gl-guests { display: flex; justify-content: space-between; gap: 12px; }\n.gl-guests a { color: inherit; }\n.gl-guests-near canvas { width: 72px; height: 72px; }\n.gl-link { display: flex; align-items: center; gap: 8px; margin-bottom: 8px; }\n.gl-rewound .gl-figures { visibility: hidden; }\n", Xn = "\n.gl-directions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 430px), 1fr)); gap: 12px 26px; }\n.gl-directions:empty { display: none; }\n.gl-direction { display: grid; gap: 3px; min-width: 0; }\n.gl-direction-head { display: flex; gap: 4px 10px; align-items: center; font-size: 14px; min-height: 30px; }\n.gl-direction-head b { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }\n.gl-direction-head output { min-width: 44px; text-align: right; font-variant-numeric: tabular-nums; }\n.gl-effect {\n  color: var(--gl-quiet); font-size: 13px; font-variant-numeric: tabular-nums; cursor: help; padding-bottom: 2px;\n  background: linear-gradient(var(--gl-primary), var(--gl-primary)) left bottom / calc(100% * var(--gl-share, 0)) 3px no-repeat;\n}\n.gl-strip { display: grid; grid-template-columns: repeat(9, minmax(0, 1fr)); gap: 3px; justify-items: center; }\n.gl-strip .gl-step { width: 100%; max-width: 62px; }\n.gl-strip canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); }\n.gl-kept-one { display: inline-flex; gap: 0; align-items: center; }\n.gl-explorer .gl-tool-panel .gl-kept-one input { width: 170px; border-radius: var(--gl-radius) 0 0 var(--gl-radius); }\n.gl-explorer .gl-kept-one button { border-radius: 0; margin-left: -1px; padding: 3px 8px; }\n.gl-explorer .gl-kept-one button:last-child { border-radius: 0 var(--gl-radius) var(--gl-radius) 0; }\n.gl-sum-area { display: flex; flex-wrap: wrap; gap: 14px 40px; align-items: flex-start; }\n.gl-sum-area > div { display: grid; gap: 10px; }\n.gl-sum-area > div:last-child { flex: 1 1 320px; }\n.gl-sum { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; }\n.gl-sum > span { font-size: 22px; font-weight: 600; }\n.gl-slot { display: grid; gap: 4px; justify-items: stretch; width: 128px; }\n.gl-slot b { font-size: 13px; font-weight: 600; }\n.gl-slot select { width: 100%; min-width: 0; }\n.gl-explorer .gl-slot .gl-step { position: relative; }\n.gl-slot .gl-step canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); display: block; }\n.gl-slot .gl-step[data-empty]::after {\n  content: \"press to take the point on screen\"; position: absolute; inset: 0; display: grid; place-content: center;\n  padding: 10px; line-height: 1.3; font-size: 13px; color: var(--gl-quiet);\n}\n.gl-alike { display: flex; flex-wrap: wrap; gap: 6px; }\n.gl-alike figure { margin: 0; width: 76px; display: grid; gap: 2px; font-size: 12px; text-align: center; line-height: 1.25; }\n.gl-alike canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); }\n.gl-sheet-grid { display: grid; gap: 3px; }\n.gl-sheet-name { font-size: 13px; align-self: center; padding: 0 6px 0 10px; white-space: nowrap; font-variant-numeric: tabular-nums; }\n.gl-sheet-grid .gl-step { min-width: 0; }\n.gl-sheet-grid canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); display: block; }\n.gl-radius { display: inline-flex; gap: 8px; align-items: center; min-width: 250px; font-size: 14px; white-space: nowrap; }\n.gl-radius output { min-width: 48px; font-variant-numeric: tabular-nums; }\n@container (max-width: 760px) {\n  .gl-strip { gap: 1px; }\n  .gl-explorer .gl-strip .gl-step, .gl-explorer .gl-sheet-grid .gl-step { padding: 1px; border-width: 1px; }\n  .gl-slot { width: 92px; }\n  .gl-sheet-grid { gap: 1px; }\n}\n", Zn = "\n.gl-choice { display: inline-flex; }\n.gl-explorer .gl-choice button { border-radius: 0; margin-left: -1px; padding: 3px 9px; }\n.gl-explorer .gl-choice button:first-child { border-radius: var(--gl-radius) 0 0 var(--gl-radius); margin-left: 0; }\n.gl-explorer .gl-choice button:last-child { border-radius: 0 var(--gl-radius) var(--gl-radius) 0; }\n.gl-chips { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: center; flex: 1 1 200px; min-width: 0; }\n.gl-explorer .gl-chip { display: inline-flex; gap: 6px; align-items: baseline; padding: 2px 9px; min-height: 28px; }\n.gl-explorer .gl-tool-panel input[type=\"text\"], .gl-explorer .gl-tool-panel input[type=\"search\"] {\n  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); border: 1px solid var(--gl-border);\n  border-radius: var(--gl-radius); padding: 2px 8px; min-height: 30px; width: 210px; max-width: 100%;\n}\n.gl-range { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; flex: 1; }\n.gl-range-bars { position: relative; flex: 1 1 220px; max-width: 460px; display: grid; }\n.gl-explorer .gl-range-bars canvas { width: calc(100% - 16px); height: 28px; margin: 0 8px; image-rendering: auto; }\n.gl-range-handles { display: grid; height: 18px; }\n.gl-explorer .gl-range-handles input { grid-area: 1 / 1; pointer-events: none; }\n.gl-explorer .gl-range-handles input:last-child::-webkit-slider-runnable-track { background: none; }\n.gl-explorer .gl-range-handles input:last-child::-moz-range-track { background: none; }\n.gl-range-handles input::-webkit-slider-thumb { pointer-events: auto; }\n.gl-range-handles input::-moz-range-thumb { pointer-events: auto; }\n.gl-range output { font-variant-numeric: tabular-nums; min-width: 110px; }\n.gl-thumbs { display: grid; grid-template-columns: repeat(auto-fill, minmax(48px, 1fr)); gap: 4px; }\n.gl-thumbs canvas { width: 100%; aspect-ratio: 1; object-fit: contain; }\n.gl-keep-picture canvas { width: 180px; height: 120px; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); image-rendering: auto !important; }\n";
// src/dom/sliders.ts
function Qn(e) {
	return `
${e} input[type="range"] { appearance: none; background: none; margin: 0; width: 100%; height: 18px; cursor: pointer; }
${e} input[type="range"]:disabled { opacity: 0.5; cursor: default; }
${e} input[type="range"]::-webkit-slider-runnable-track {
  height: 6px; border-radius: 3px; background: color-mix(in srgb, var(--gl-text) 28%, var(--gl-background));
}
${e} input[type="range"]::-moz-range-track {
  height: 6px; border-radius: 3px; background: color-mix(in srgb, var(--gl-text) 28%, var(--gl-background));
}
${e} input[type="range"]::-webkit-slider-thumb {
  appearance: none; width: 16px; height: 16px; margin-top: -5px; border-radius: 50%; background: var(--gl-primary);
}
${e} input[type="range"]::-moz-range-thumb {
  width: 16px; height: 16px; border: 0; border-radius: 50%; background: var(--gl-primary);
}`;
}
// src/tools/ways/style.ts
var $n = "\n.gl-pin-chips { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }\n.gl-pin-chip { display: grid; gap: 2px; width: 58px; }\n.gl-pin-chip-head { display: flex; justify-content: space-between; align-items: center; font-size: 14px; }\n.gl-explorer .gl-pin-chip-head button { padding: 0 7px; min-height: 24px; border-color: transparent; background: none; }\n.gl-pin-chip canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); }\n.gl-ways { display: grid; gap: 12px; }\n.gl-way { display: grid; gap: 4px; min-width: 0; }\n.gl-way-head { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: center; font-size: 14px; }\n.gl-way-head .gl-check { font-weight: 600; min-width: 96px; }\n.gl-way-figures { display: inline-flex; flex-wrap: wrap; gap: 2px 14px; color: var(--gl-quiet); font-variant-numeric: tabular-nums; }\n.gl-way-figures span { cursor: help; }\n.gl-way-figures b { font-weight: 600; color: var(--gl-text); }\n.gl-way[data-state=\"settling\"] .gl-way-figures::after { content: \"settling…\"; color: var(--gl-quiet); }\n.gl-way-body { display: grid; grid-template-columns: minmax(0, 820px) 180px; gap: 14px; align-items: center; }\n.gl-way-strip { display: grid; grid-template-columns: repeat(11, minmax(0, 1fr)); gap: 3px; max-width: 820px; }\n.gl-way-strip canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); display: block; }\n.gl-explorer .gl-tool-panel canvas.gl-way-plot { width: 180px; height: 52px; image-rendering: auto; background: var(--gl-soft); border-radius: 4px; }\n.gl-place { display: flex; flex-wrap: wrap; gap: 12px; align-items: start; }\n.gl-place figure { margin: 0; display: grid; gap: 3px; width: 150px; font-size: 13px; color: var(--gl-quiet); }\n.gl-place .gl-place-curve { width: 200px; }\n.gl-place-item { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); border: 1px solid var(--gl-border); border-radius: var(--gl-radius); }\n.gl-explorer .gl-tool-panel canvas.gl-error-curve { width: 200px; height: 120px; image-rendering: auto; background: var(--gl-soft); border-radius: 4px; }\n.gl-paint { width: 260px; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); touch-action: none; cursor: crosshair; background: var(--gl-soft); }\n.gl-paint-row { display: flex; flex-wrap: wrap; gap: 14px; align-items: start; }\n.gl-paint-tools .gl-radius { max-width: 340px; }\n.gl-paint-tools { display: grid; gap: 10px; flex: 1 1 260px; align-content: start; }\n@container (max-width: 760px) {\n  .gl-way-body { grid-template-columns: minmax(0, 1fr); gap: 4px; }\n  .gl-way-strip { gap: 1px; }\n  .gl-explorer .gl-way-strip .gl-step { padding: 0; border-width: 1px; }\n  .gl-explorer .gl-tool-panel canvas.gl-way-plot { width: 100%; }\n}\n", er = `
.gl-explorer {
  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));
  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));
  --gl-soft: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));
  --gl-border: color-mix(in srgb, var(--gl-text) var(--gl-edge-share, 0%), var(--st-border-color, light-dark(#c9d2dd, #3a4654)));
  --gl-primary: var(--st-primary-color, light-dark(#c2255c, #ff7aa2));
  --gl-radius: var(--st-base-radius, 8px);
  --gl-quiet: color-mix(in srgb, var(--gl-text) var(--gl-quiet-share, 72%), var(--gl-background));
  color-scheme: light dark;
  container-type: inline-size;
  color: var(--gl-text);
  background-color: var(--gl-background);
  border: 0 solid var(--gl-border);
  caret-color: var(--gl-primary);
  font: 400 15px/1.4 var(--st-font, system-ui, sans-serif);
  transition: color 1ms, font-size 1ms;
}
.gl-explorer *, .gl-explorer *::before { box-sizing: border-box; }
.gl-explorer [hidden] { display: none !important; }
.gl-explorer h3 { font: 600 14px/1.3 inherit; font-size: 14px; font-weight: 600; margin: 0; padding: 0; }
.gl-explorer p { margin: 0; }
.gl-explorer button, .gl-explorer select {
  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); cursor: pointer;
  border: 1px solid var(--gl-border); border-radius: var(--gl-radius); padding: 3px 10px; min-height: 30px;
}
.gl-explorer button:hover:not(:disabled), .gl-explorer select:hover { border-color: var(--gl-text); }
.gl-explorer button:disabled, .gl-explorer button[aria-disabled="true"] { opacity: 0.55; cursor: default; }
.gl-explorer button[aria-pressed="true"].gl-tool { background: var(--gl-text); color: var(--gl-background); }
.gl-explorer :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }
${Qn(".gl-explorer")}
.gl-explorer .gl-pixels canvas { image-rendering: pixelated; }
.gl-layout {
  display: grid; gap: 10px 18px; grid-template-columns: minmax(0, 1fr) calc(400px * var(--gl-scale, 1)); align-items: start;
  grid-template-areas: "map side" "path side"; grid-template-rows: auto 1fr;
}
.gl-layout.gl-tool-open { grid-template-areas: "map side" "tool tool" "path path"; grid-template-rows: none; }
.gl-map-area { grid-area: map; min-width: 0; }
.gl-side { grid-area: side; min-width: 0; display: grid; gap: 10px; }
.gl-path-area { grid-area: path; min-width: 0; }
.gl-toolbar { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; margin-bottom: 6px; }
.gl-axis { display: flex; gap: 6px; align-items: center; font-size: 14px; }
.gl-map-bar { position: relative; display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin-bottom: 6px; min-height: 30px; font-size: 14px; }
.gl-map-bar progress { width: 110px; height: 8px; accent-color: var(--gl-primary); }
.gl-map-words { font-variant-numeric: tabular-nums; }
.gl-map-end { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; margin-left: auto; }
.gl-figures { display: inline-flex; gap: 12px; font-variant-numeric: tabular-nums; }
.gl-figures span { cursor: help; text-decoration: underline dotted; text-underline-offset: 3px; }
.gl-disclosure summary { cursor: pointer; padding: 3px 2px; border-radius: 4px; }
.gl-settings {
  position: absolute; z-index: 3; top: 100%; left: 0; width: min(430px, 100%); display: grid; gap: 10px; padding: 12px 14px;
  background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);
  box-shadow: 0 4px 18px rgb(0 0 0 / 0.28);
}
.gl-field { display: grid; grid-template-columns: 1fr 96px; gap: 2px 10px; align-items: center; }
.gl-field .gl-hint { grid-column: 1 / -1; font-size: 13px; line-height: 1.3; }
.gl-explorer .gl-field input {
  font: inherit; color: inherit; background: var(--gl-soft); border: 1px solid var(--gl-border);
  border-radius: var(--gl-radius); padding: 2px 8px; min-height: 30px; width: 100%;
}
.gl-tools { display: flex; gap: 4px; margin-left: auto; }
.gl-map {
  position: relative; height: clamp(320px, calc(100vh - 436px), 640px); border: 1px solid var(--gl-border);
  border-radius: var(--gl-radius); overflow: hidden; touch-action: none; cursor: crosshair; user-select: none;
}
.gl-explorer .gl-map > canvas { position: absolute; inset: 0; width: 100%; height: 100%; image-rendering: auto; }
.gl-legend { display: flex; flex-wrap: wrap; gap: 4px 6px; margin-top: 6px; align-items: center; }
.gl-class-group { display: inline-flex; }
.gl-explorer .gl-class, .gl-explorer .gl-real {
  display: inline-flex; align-items: center; gap: 5px; padding: 0 8px 0 5px; min-height: 28px;
  border-radius: var(--gl-radius) 0 0 var(--gl-radius);
}
.gl-explorer .gl-class canvas, .gl-explorer .gl-real canvas { width: 18px; height: 18px; image-rendering: auto; }
.gl-class[aria-pressed="false"], .gl-real[aria-pressed="false"] { text-decoration: line-through; opacity: 0.6; }
.gl-explorer .gl-real { border-radius: var(--gl-radius); }
.gl-count { color: var(--gl-quiet); font-variant-numeric: tabular-nums; font-size: 13px; }
.gl-toolbox { display: flex; flex-wrap: wrap; gap: 4px 6px; margin-top: 8px; align-items: center; }
.gl-tool-area { grid-area: tool; min-width: 0; }
.gl-tool-panel { display: grid; gap: 10px; padding: 10px 14px 12px; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); }
.gl-tool-head { display: flex; gap: 4px 12px; align-items: baseline; flex-wrap: wrap; }
.gl-tool-head .gl-hint { flex: 1 1 240px; }
.gl-tool-head button { margin-left: auto; }
.gl-tool-body { display: grid; gap: 10px; min-width: 0; }
.gl-tool-group { display: inline-flex; flex-wrap: wrap; gap: 6px; align-items: center; font-size: 14px; }
.gl-tool-row { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; font-size: 14px; }
.gl-explorer .gl-only {
  font-size: 12px; padding: 0 6px; min-height: 28px; border-left: 0;
  border-radius: 0 var(--gl-radius) var(--gl-radius) 0; color: var(--gl-quiet);
}
.gl-explorer .gl-all { border-left: 1px solid var(--gl-border); border-radius: var(--gl-radius); }
.gl-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.gl-panel { display: grid; gap: 5px; min-width: 0; align-content: start; }
.gl-sample { width: 100%; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); background: var(--gl-soft); object-fit: contain; }
.gl-details { display: grid; gap: 5px; font-size: 14px; font-variant-numeric: tabular-nums; }
.gl-coords { min-height: 20px; }
.gl-near { display: flex; gap: 10px; align-items: center; min-height: 46px; }
.gl-near > span { flex: 1; }
.gl-near[data-late] > span { color: var(--gl-quiet); }
.gl-near[data-late] .gl-thumb, .gl-thumb[data-awaited] { visibility: hidden; }
.gl-pair > .gl-details { padding-top: 24px; align-content: start; }
.gl-pair .gl-near { flex-wrap: wrap; }
.gl-pair .gl-near > span { flex: 1 1 120px; }
.gl-columns { grid-column: 1 / -1; border-collapse: collapse; font-size: 14px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.gl-columns :is(th, td) { padding: 2px 0 2px 12px; border-bottom: 1px solid var(--gl-border); text-align: right; vertical-align: top; font-weight: 400; }
.gl-columns thead th { color: var(--gl-quiet); }
.gl-columns :is(th:first-child, td[colspan]) { padding-left: 0; text-align: left; overflow-wrap: anywhere; }
.gl-thumb { width: 44px; height: 44px; border: 1px solid var(--gl-border); border-radius: 4px; background: var(--gl-soft); object-fit: contain; flex: none; }
.gl-spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.gl-note { border-left: 4px solid var(--gl-primary); background: var(--gl-soft); padding: 8px 12px; margin-bottom: 8px !important; border-radius: 4px; }
.gl-sliders-head { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }
.gl-truncation { display: flex; flex: 1; gap: 6px; align-items: center; font-size: 14px; min-width: 170px; }
.gl-truncation input { flex: 1; }
.gl-told { display: flex; flex-wrap: wrap; gap: 4px; max-height: 72px; overflow-y: auto; }
.gl-explorer .gl-told button { padding: 0 8px; min-height: 26px; font-size: 14px; max-width: 130px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.gl-explorer .gl-told button[aria-pressed="true"] { background: var(--gl-text); color: var(--gl-background); }
.gl-sliders { display: grid; gap: 2px; max-height: 560px; overflow-y: auto; padding: 2px 4px 2px 2px; }
.gl-slider { display: grid; line-height: 18px; grid-template-columns: calc(38px * var(--gl-scale, 1)) minmax(0, 1fr) calc(46px * var(--gl-scale, 1)); gap: 0 8px; align-items: center; font-size: 14px; }
.gl-slider output { text-align: right; font-variant-numeric: tabular-nums; }
.gl-traversal { grid-column: 2; display: grid; grid-template-columns: repeat(7, 1fr); height: 23px; }
.gl-traversal canvas { height: 23px; width: 23px; object-fit: contain; justify-self: center; border-radius: 2px; background: var(--gl-soft); }
.gl-path { display: grid; gap: 8px; }
.gl-path-row { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }
.gl-path-row input[type="range"] { flex: 1 1 160px; min-width: 120px; }
.gl-explorer button.gl-pin[aria-pressed="true"] { background: var(--gl-text); color: var(--gl-background); }
.gl-check { display: inline-flex; gap: 5px; align-items: center; font-size: 14px; white-space: nowrap; }
.gl-check input { accent-color: var(--gl-primary); width: 17px; height: 17px; margin: 0; }
.gl-steps { display: grid; grid-template-columns: repeat(11, minmax(0, 1fr)); gap: 4px; }
.gl-explorer .gl-step { padding: 2px; min-height: 0; line-height: 0; border-radius: 4px; border-width: 2px; }
.gl-step canvas { width: 100%; aspect-ratio: 1; object-fit: contain; }
.gl-step[aria-current="true"] { border-color: var(--gl-primary) !important; }
.gl-hint { color: var(--gl-quiet); font-size: 14px; }
.gl-draw { width: 100%; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); touch-action: none; cursor: crosshair; }
.gl-draw-head { display: flex; gap: 10px; align-items: center; height: calc(19px * var(--gl-scale, 1)); }
.gl-pen { display: flex; flex: 1; gap: 6px; align-items: center; min-width: 0; font-size: 13px; }
.gl-pen input { flex: 1; min-width: 0; }
.gl-sheet { position: relative; line-height: 0; }
.gl-sheet[data-empty]::after {
  content: "Draw here, or drop a picture"; position: absolute; inset: 0; display: grid; place-content: center;
  text-align: center; line-height: 1.4; padding: 20px; color: #e8eef5; pointer-events: none; font-size: 14px;
}
.gl-explorer .gl-pixels canvas.gl-draw { image-rendering: auto; }
.gl-draw.gl-over { outline: 3px dashed var(--gl-primary); }
.gl-draw-tools { display: flex; flex-wrap: wrap; gap: 5px; align-items: center; font-size: 13px; }
.gl-draw-tools .gl-thumb { width: 30px; height: 30px; }
.gl-explorer .gl-draw-tools button { padding: 2px 7px; font-size: 13px; }
.gl-card {
  position: absolute; pointer-events: none; padding: 7px 9px; font-size: 13px; line-height: 1.3;
  background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);
  box-shadow: 0 2px 10px rgb(0 0 0 / 0.25); display: grid; gap: 5px;
}
.gl-card-items { display: flex; gap: 9px; }
.gl-card-marks { width: 0; min-width: 100%; color: var(--gl-quiet); } /* as wide as the pictures, however long */
.gl-card figcaption { text-align: center; }
.gl-card figure { margin: 0; width: 116px; align-content: start; display: grid; gap: 2px; justify-items: center; }
.gl-card canvas { width: 72px; height: 72px; object-fit: contain; background: var(--gl-soft); border-radius: 3px; }
.gl-inset { display: none; }
@container (min-width: 760.02px) { .gl-tool-open .gl-sliders { max-height: 236px; } }
@media (hover: none) {
  .gl-explorer .gl-only:not(.gl-all) { display: none; }
  .gl-explorer .gl-class { border-radius: var(--gl-radius); touch-action: manipulation; }
}
@container (max-width: 760px) {
  .gl-layout { grid-template-columns: minmax(0, 1fr); grid-template-areas: "map" "side" "path"; grid-template-rows: none; }
  .gl-layout.gl-tool-open { grid-template-areas: "map" "tool" "side" "path"; }
  .gl-map { height: min(92cqw, 60vh); min-height: 300px; }
  .gl-axis { flex: 1 1 40%; min-width: 0; }
  .gl-axis select { flex: 1; min-width: 0; }
  .gl-tool-area .gl-axis { flex: 0 1 auto; max-width: 100%; } /* a line of its own before a list is cut */
  .gl-tools { margin-left: 0; }
  .gl-legend { gap: 4px; }
  .gl-tool-head .gl-hint { order: 1; flex-basis: 100%; }
  .gl-sliders { max-height: none; }
  .gl-inset {
    display: block; position: absolute; width: 88px; pointer-events: none; line-height: 0; padding: 3px;
    background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);
    box-shadow: 0 2px 10px rgb(0 0 0 / 0.25);
  }
  .gl-inset canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); border-radius: 3px; }
  .gl-inset[data-across="left"] { left: 42px; } /* beside the numbers along the edge */
  .gl-inset[data-across="right"] { right: 8px; }
  .gl-inset[data-up="top"] { top: 28px; }
  .gl-inset[data-up="bottom"] { bottom: 26px; }
  .gl-steps { grid-template-columns: repeat(6, minmax(0, 1fr)); }
  .gl-card canvas { width: 56px; height: 56px; }
  .gl-card figure { width: 94px; font-size: 12px; }
  .gl-card-marks { display: none; } /* the card would reach under the finger, which hides them anyway */
}
`;
function tr(e) {
	return e.replace(/(font(?:-size)?: [^;]*?)(\d+)px/g, "$1calc($2px * var(--gl-scale, 1))");
}
function nr(e) {
	let t = document.createElement("style");
	return t.textContent = tr(er + $n + Zn + Xn + Yn + Jn), e.prepend(t), t;
}
// src/dom/theme.ts
function L(e) {
	let t = getComputedStyle(e), { color: n, backgroundColor: r, borderTopColor: i, caretColor: a } = t;
	return {
		dark: rr(n) > .5,
		text: n,
		background: r,
		border: i,
		primary: a,
		scale: Number(t.getPropertyValue("--gl-scale")) || 1
	};
}
function rr(e) {
	let [t = 0, n = 0, r = 0] = (e.match(/[\d.]+/g) ?? []).map(Number);
	return (.2126 * t + .7152 * n + .0722 * r) / (e.startsWith("color(") ? 1 : 255);
}
function ir(e, t) {
	let n = (n) => {
		n.target === e && ["color", "font-size"].includes(n.propertyName) && t(L(e));
	};
	return e.addEventListener("transitionend", n), () => e.removeEventListener("transitionend", n);
}
// src/data/items.ts
var ar = 64, or = 256, sr = class {
	data;
	decoded;
	blocks = new t(ar);
	ready = /* @__PURE__ */ new Map();
	size;
	remade = !1;
	constructor(e, t) {
		this.data = e, this.decoded = t, this.size = e.item.shape.reduce((e, t) => e * t, 1);
	}
	peek(e) {
		let { blockSize: t } = this.data.points.items;
		if (!this.given) return null;
		let n = this.ready.get(Math.floor(e / t));
		return n ? this.slice(n, e) : null;
	}
	get given() {
		return this.data.points.items.count > 0 && !this.remade;
	}
	async item(e) {
		if (!this.given) return this.decoded(e, 1);
		let { blockSize: t } = this.data.points.items;
		return this.slice(await this.fetchBlock(Math.floor(e / t)), e);
	}
	async block(e) {
		let { blockSize: t } = this.data.points.items, n = e * t;
		if (!this.given) return this.decoded(n, Math.min(or, this.data.points.count - n));
		let r = await this.fetchBlock(e);
		return this.values(r, 0, r.length);
	}
	fetchBlock(e) {
		let t = this.data.points.items.url.replace("{block}", String(e));
		return this.blocks.get(t, async () => {
			let n = await fetch(t);
			if (!n.ok) throw Error(`The data items could not be fetched: the server answered ${n.status}.`);
			let r = await n.arrayBuffer(), i = this.data.points.items.dtype === "f32" ? new Float32Array(r) : new Uint8Array(r);
			return this.ready.set(e, i), this.ready.size > ar && this.ready.delete(this.ready.keys().next().value), i;
		});
	}
	slice(e, t) {
		let n = t % this.data.points.items.blockSize * this.size;
		if (n + this.size > e.length) throw Error(`Data item ${t} is missing from its block.`);
		return this.values(e, n, n + this.size);
	}
	values(e, t, n) {
		let r = e.subarray(t, n);
		if (r instanceof Float32Array) return r;
		let { min: i, max: a } = this.data.item, o = (a - i) / 255, s = new Float32Array(r.length);
		for (let e = 0; e < s.length; e++) s[e] = i + r[e] * o;
		return s;
	}
};
// src/item/charts.ts
function cr(e) {
	let t = (t) => Float32Array.from({ length: e.length / 2 }, (n, r) => e[2 * r + t]).sort(), [n, r] = [t(0), t(1)], i = (e, t) => e[Math.round(t * (e.length - 1))] ?? 0, [a, o, s, c] = [
		i(n, .005),
		i(n, .995),
		i(r, .005),
		i(r, .995)
	], l = Math.max(o - a, c - s, 1e-6) * .6;
	return {
		points: e,
		center: [(a + o) / 2, (s + c) / 2],
		reach: l
	};
}
function lr({ center: e, reach: t }, n, r) {
	let [i, a] = [.5 + (n - e[0]) / (2 * t), .5 - (r - e[1]) / (2 * t)], o = (e) => e < 0 ? -1 : +(e > 1), [s, c] = [o(i), o(a)];
	return {
		x: _r(i, 0, 1),
		y: _r(a, 0, 1),
		beyond: s || c ? [s, c] : null
	};
}
var ur = {
	points: /* @__PURE__ */ new Float32Array(),
	center: [0, 0],
	reach: 1.5
};
function dr(e, t) {
	return lr(t ?? ur, e[0], e[1]).beyond !== null;
}
function fr(e, t, n, r, i, a) {
	let { width: o } = e.canvas, s = o / 100, c = n ?? ur, l = a ? Math.round(o * pr) : 0, u = o - 2 * l, d = (e) => l + (.5 + (e - c.center[0]) / (2 * c.reach)) * u, f = (e) => l + (.5 - (e - c.center[1]) / (2 * c.reach)) * u;
	e.clearRect(0, 0, o, o), e.save(), e.beginPath(), e.rect(l, l, u, u), e.clip(), e.globalAlpha = r.dark ? .5 : .35, e.fillStyle = r.text;
	let p = Math.max(1, s * .8);
	for (let t = 0; t + 1 < c.points.length; t += 2) e.fillRect(d(c.points[t]), f(c.points[t + 1]), p, p);
	if (e.globalAlpha = 1, i) {
		e.strokeStyle = r.primary, e.lineWidth = Math.max(1, s * 1.2), e.beginPath();
		for (let t = 0; t + 1 < i.length; t += 2) e.lineTo(d(i[t]), f(i[t + 1]));
		e.stroke();
	}
	e.restore();
	let m = lr(c, t[0], t[1]), h = Math.max(3, s * 3.2);
	e.beginPath(), m.beyond ? mr(e, l + m.x * u, l + m.y * u, m.beyond, 2.6 * h) : e.arc(l + m.x * u, l + m.y * u, h, 0, 2 * Math.PI), e.fillStyle = r.primary, e.fill(), e.lineWidth = Math.max(1, s), e.strokeStyle = r.background, e.stroke(), a && (e.lineWidth = Math.max(1, s * .5), e.strokeStyle = r.border, e.strokeRect(l, l, u, u), hr(e, t, c, r, m.beyond !== null));
}
var pr = .085;
function mr(e, t, n, [r, i], a) {
	let o = Math.atan2(i, r), s = (e, r) => [t + e * Math.cos(o) - r * Math.sin(o), n + e * Math.sin(o) + r * Math.cos(o)];
	e.moveTo(...s(0, 0)), e.lineTo(...s(-a, a * .6)), e.lineTo(...s(-a, -a * .6)), e.closePath();
}
function hr(e, t, { center: n, reach: r }, i, a) {
	let { width: o } = e.canvas, s = Math.round(o / 17), [c, l] = [s, o - Math.round(s * .35)];
	e.fillStyle = i.text, e.font = `${s}px system-ui, sans-serif`, e.textAlign = "left", e.fillText(`x\u2082 ${I(n[1] + r, 1)}`, 3, c), e.fillText(I(n[0] - r, 1), 3, l), e.textAlign = "right", e.fillText(`x\u2081 ${I(n[0] + r, 1)}`, o - 3, l), e.font = `600 ${s}px system-ui, sans-serif`, e.fillText(Array.from(t, (e) => I(e, 3)).join(", "), o - 3, c), a && (e.textAlign = "center", e.fillText("outside", o / 2, l)), e.textAlign = "left";
}
function gr(e, t, n, r) {
	let { width: i, height: a } = e.canvas, [o, s] = [Math.min(n.min, 0), Math.max(n.max, 0)], c = (e) => a * (1 - (_r(e, o, s) - o) / (s - o || 1));
	e.clearRect(0, 0, i, a), e.fillStyle = r.primary;
	let l = i / t.length, u = l > 4 ? l * .15 : 0;
	t.forEach((t, n) => {
		let [r, i] = [Math.min(c(t), c(0)), Math.max(c(t), c(0))];
		e.fillRect(n * l + u, r, l - 2 * u, Math.max(1, i - r));
	}), e.fillStyle = r.text, e.fillRect(0, c(0) - .5, i, 1);
}
function _r(e, t, n) {
	return Math.min(Math.max(e, t), n);
}
function vr(e, { columns: t = [] }, n = 0) {
	return t.map(({ shift: t, width: r }, i) => xr(e[n + i] * r + t));
}
function yr(e, t, n = 0) {
	let r = t.columns ?? [], i = vr(e, t, n);
	return r.slice(0, 12).map(({ name: e }, t) => `${e} ${i[t]}`).join(", ") + br(t, " and ");
}
function br({ columns: e = [] }, t = "and ") {
	let n = e.length - 12;
	return n > 0 ? `${t}${n.toLocaleString("en")} more` : "";
}
function xr(e) {
	if (!Number.isFinite(e)) return "–";
	let t = Math.abs(e);
	return (t >= 1e9 || t > 0 && t < 1e-4 ? e.toExponential(1) : Number(e.toPrecision(4)).toLocaleString("en", {
		maximumSignificantDigits: 4,
		useGrouping: t >= 1e4
	})).replace("-", "−");
}
// src/item/painter.ts
var Sr = class {
	item;
	theme;
	cloud = null;
	constructor(e, t) {
		this.item = e, this.theme = t;
	}
	paint(e, t, n = 0, r = 64, i) {
		if (this.item.modality === "image") {
			let r = Cr(t, this.item, n);
			wr(e, r.width, r.height), e.getContext("2d").putImageData(r, 0, 0);
			return;
		}
		let a = Math.round((e.clientWidth || r) * Math.min(devicePixelRatio || 1, 2));
		wr(e, a, a);
		let o = e.getContext("2d"), s = this.item.shape.reduce((e, t) => e * t, 1), c = Float32Array.from({ length: s }, (e, r) => t[n + r]);
		this.item.modality === "points" && s === 2 ? fr(o, c, this.cloud, this.theme, i, r > 100) : gr(o, c, this.item, this.theme);
	}
	describe(e) {
		if (this.item.modality === "image") return `picture, ${this.item.shape[2]} by ${this.item.shape[1]} pixels`;
		let t = yr(e, this.item), n = Array.from({ length: Math.min(e.length, 8) }, (t, n) => I(e[n]));
		if (this.item.modality !== "points") return `vector ${t || n.join(", ")}`;
		let r = e.length === 2 && dr(e, this.cloud);
		return `point ${t || n.join(", ")}${r ? ", outside the frame" : ""}`;
	}
};
function Cr(e, t, n = 0) {
	let [r, i, a] = t.shape, o = new ImageData(a, i), s = i * a, c = 255 / (t.max - t.min || 1), [l, u] = r >= 3 ? [s, 2 * s] : [0, 0];
	for (let r = 0; r < s; r++) {
		let i = n + r;
		o.data[4 * r] = (e[i] - t.min) * c, o.data[4 * r + 1] = (e[i + l] - t.min) * c, o.data[4 * r + 2] = (e[i + u] - t.min) * c, o.data[4 * r + 3] = 255;
	}
	return o;
}
function wr(e, t, n) {
	e.width !== t && (e.width = t), e.height !== n && (e.height = n);
}
// src/decode/lane.ts
var R = class {
	work;
	done;
	failed;
	waiting = null;
	running = !1;
	closed = !1;
	constructor(e, t, n) {
		this.work = e, this.done = t, this.failed = n;
	}
	ask(e) {
		this.waiting = { input: e }, this.running || this.drain();
	}
	close() {
		this.closed = !0, this.waiting = null;
	}
	async drain() {
		for (this.running = !0; this.waiting && !this.closed;) {
			let { input: e } = this.waiting;
			this.waiting = null;
			try {
				let t = await this.work(e);
				this.closed || this.done(t, e);
			} catch (e) {
				this.closed || this.failed(e instanceof Error ? e : Error(String(e)));
			}
		}
		this.running = !1;
	}
}, Tr = 8;
function Er(e, t, n) {
	let { rows: r, squares: i } = z(e, t, n, 1);
	return {
		row: r[0] ?? -1,
		distance: Math.sqrt(i[0] ?? Infinity)
	};
}
function z(e, t, n, r) {
	let i = Float64Array.from(n), a = {
		rows: [],
		squares: []
	}, o = Infinity;
	for (let n = 0, s = 0; n + t <= e.length; n += t, s++) {
		let c = 0;
		for (let r = 0; r < t && c < o;) {
			let a = Math.min(r + Tr, t);
			for (; r < a; r++) {
				let t = e[n + r] - i[r];
				c += t * t;
			}
		}
		c >= o || (Dr(a, s, c, r), a.rows.length === r && (o = a.squares[r - 1]));
	}
	return a;
}
function Dr({ rows: e, squares: t }, n, r, i) {
	let a = t.length;
	for (; a > 0 && (t[a - 1] > r || t[a - 1] === r && e[a - 1] > n);) a--;
	a >= i || (t.splice(a, 0, r), e.splice(a, 0, n), t.length > i && (t.pop(), e.pop()));
}
// src/link/carry.ts
var Or = 4096;
async function kr(e, t, n, r) {
	if (e === "off") return null;
	if (e === "z") return n.model.pure(r.z.slice());
	if (e === "item") return n.model.item(await Ar(t, r));
	let { codes: i, x: a } = await t.model.engine.batch([r]);
	return i.length > 0 ? jr(n, t, a) : null;
}
async function Ar({ model: e }, t) {
	if (e.live === t && e.hoverRow >= 0) return e.hoverRow;
	let n = t.code ?? (await e.engine.batch([t])).codes;
	return e.nearestTo(n).row;
}
async function jr(e, t, n) {
	let r = e.model.data.item, i = t.model.data.item, a = (r.max - r.min) / (i.max - i.min || 1), o = n.map((e) => r.min + (e - i.min) * a);
	if (e.model.engine.encode) return e.model.pure((await e.model.engine.encode(o, 1)).mu.slice());
	let s = await Nr(e);
	return e.model.item(Er(s, e.items.size, o).row);
}
var Mr = /* @__PURE__ */ new WeakMap();
function Nr(e) {
	let t = Mr.get(e);
	return t || Mr.set(e, t = Pr(e)), t;
}
async function Pr({ model: e, items: t }) {
	let n = Math.min(e.data.points.count, Or), { blockSize: r } = e.data.points.items, i = await Promise.all(Array.from({ length: Math.ceil(n / r) }, (e, n) => t.block(n))), a = new Float32Array(i.reduce((e, t) => e + t.length, 0)), o = 0;
	for (let e of i) a.set(e, o), o += e.length;
	return a;
}
// src/link/channel.ts
var Fr = class {
	members = /* @__PURE__ */ new Set();
	listeners = /* @__PURE__ */ new Set();
	chosen = null;
	get kinds() {
		let [e, t] = [...this.members];
		if (!e || !t) return ["off"];
		let n = [], r = ({ model: e }) => JSON.stringify(e.data.item.shape);
		return !e.model.isGan && !t.model.isGan && Ir(e, t) && n.push("item"), r(e) === r(t) && n.push("picture"), e.model.data.latent.dim === t.model.data.latent.dim && n.push("z"), [...n, "off"];
	}
	get kind() {
		let { kinds: e } = this;
		return this.chosen !== null && e.includes(this.chosen) ? this.chosen : e[0];
	}
	choose(e) {
		this.chosen = e, this.tell();
	}
	get sameRows() {
		return this.kinds.includes("item");
	}
	join(e) {
		this.members.add(e), this.tell();
	}
	leave(e) {
		this.members.delete(e), this.tell();
	}
	besides(e) {
		return [...this.members].filter((t) => t !== e);
	}
	on(e) {
		return this.listeners.add(e), () => this.listeners.delete(e);
	}
	tell() {
		for (let e of this.listeners) e();
	}
};
function Ir(e, t) {
	if (e.data === t.data) return !0;
	let [n, r] = [e.model.arrays.labels, t.model.arrays.labels];
	return !n || !r || n.length !== r.length ? !1 : n.every((e, t) => e === r[t]);
}
var Lr = /* @__PURE__ */ new Map();
function Rr(e) {
	let t = Lr.get(e);
	return t || Lr.set(e, t = new Fr()), t;
}
// src/link/linking.ts
var zr = {
	item: {
		name: "the same data item",
		about: "The other shows the code it gives the nearest data item."
	},
	picture: {
		name: "the same picture",
		about: "The other shows where its encoder places the picture; without an encoder, its own sample most like it."
	},
	z: {
		name: "the same z",
		about: "The other decodes the same numbers, though they mean nothing to it."
	},
	off: {
		name: "nothing",
		about: "The two are looked at apart."
	}
}, Br = /* @__PURE__ */ new Set(), Vr = class {
	member;
	element;
	channel;
	select;
	lane;
	endings;
	constructor(e, t) {
		this.member = e, this.channel = Rr(t), this.select = P("select", {
			"data-testid": "link-kind",
			onchange: () => this.choose()
		}), this.element = P("label", { class: "gl-link" }, "Linked by", this.select), this.lane = new R((e) => this.lead(e), () => {}, e.failed), this.endings = [e.model.on((e) => this.heard(e)), this.channel.on(() => this.draw())], this.channel.join(e);
	}
	close() {
		for (let e of this.endings) e();
		this.lane.close(), this.channel.leave(this.member);
	}
	choose() {
		this.channel.choose(this.select.value);
	}
	draw() {
		let { kinds: e, kind: t } = this.channel, n = e.map((e) => P("option", {
			value: e,
			title: zr[e].about
		}, zr[e].name));
		this.select.replaceChildren(...n), this.select.value = t, this.select.title = zr[t].about, this.element.hidden = e.length < 2;
	}
	heard(e) {
		let { model: t } = this.member;
		if (!(Br.has(t) || this.channel.kind === "off")) {
			if (e === "view") t.live ? this.lane.ask({
				point: t.live,
				settles: !1
			}) : this.follow((e) => e.visit(null));
			else if (e === "settled") this.lane.ask({
				point: t.settled,
				settles: !0
			});
			else if (e === "pins") this.carryPins().catch(this.member.failed);
			else if (this.channel.sameRows && e === "selection") {
				let e = t.selection.rows();
				this.follow((t) => t.selection.set(e));
			} else this.channel.sameRows && e === "hover" && this.follow((e) => {
				e.hoverRow = t.hoverRow, e.changed("hover");
			});
		}
	}
	async lead({ point: e, settles: t }) {
		let { model: n } = this.member;
		for (let r of this.channel.besides(this.member)) {
			let i = await kr(this.channel.kind, this.member, r, e);
			i && (t || n.live !== null) && Hr(r.model, () => t ? r.model.settle(i, n.source) : r.model.visit(i));
		}
	}
	async carryPins() {
		let { pins: e } = this.member.model;
		for (let t of this.channel.besides(this.member)) {
			let n = {
				a: t.model.pins.a,
				b: t.model.pins.b
			};
			for (let r of ["a", "b"]) {
				let i = e[r];
				n[r] = i && await kr(this.channel.kind, this.member, t, i);
			}
			Hr(t.model, () => {
				Object.assign(t.model.pins, n), t.model.changed("pins");
			});
		}
	}
	follow(e) {
		for (let { model: t } of this.channel.besides(this.member)) Hr(t, () => e(t));
	}
};
function Hr(e, t) {
	Br.add(e);
	try {
		t();
	} finally {
		Br.delete(e);
	}
}
// src/map/keys.ts
var Ur = 350, Wr = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
}, Gr = class {
	model;
	map;
	path;
	sample;
	timer = 0;
	constructor(e, t, n, r, i) {
		this.model = t, this.map = n, this.path = r, this.sample = i, n.element.addEventListener("keydown", (e) => this.onMap(e)), e.addEventListener("keydown", (e) => this.anywhere(e));
	}
	close() {
		clearTimeout(this.timer);
	}
	onMap(e) {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		let t = Wr[e.key];
		if (t) this.move(t, e.shiftKey);
		else if (e.key === "+" || e.key === "=") this.map.zoom(1.3);
		else if (e.key === "-") this.map.zoom(1 / 1.3);
		else if (e.key === "0") this.map.reset();
		else return;
		e.preventDefault();
	}
	anywhere(e) {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		let t = e.target;
		if (Kr(t)) return;
		let n = t instanceof HTMLButtonElement || t.closest("summary") !== null || t instanceof HTMLInputElement && t.type !== "range", r = e.key.toLowerCase();
		if (r === " " && !n) this.path.toggle();
		else if (r === "a" || r === "b") this.path.pin(r);
		else if (r === "r") this.model.random();
		else if (r === "n") this.sample.goToNearest();
		else if (r === "escape") this.escape();
		else return;
		e.preventDefault();
	}
	move([e, t], n) {
		this.path.halt();
		let { model: r, map: i } = this, a = r.plane.place(r.current) ?? r.plane.place(r.settled);
		if (!a) return;
		let o = i.view.height / (n ? 500 : 50), [s, c] = i.view.toScreen(...a), l = r.under(i.view.toPlace(s + e * o, c + t * o));
		l && (r.visit(l), clearTimeout(this.timer), this.timer = window.setTimeout(() => r.live === l && r.settle(l, "map"), Ur));
	}
	escape() {
		clearTimeout(this.timer), this.path.halt(), this.model.visit(null);
	}
};
function Kr(e) {
	return e instanceof HTMLSelectElement || e instanceof HTMLTextAreaElement || e instanceof HTMLInputElement && [
		"text",
		"search",
		"number"
	].includes(e.type);
}
// src/map/colors.ts
var qr = [
	"#0072b2",
	"#d55e00",
	"#009e73",
	"#aa3377",
	"#56b4e9",
	"#b8860b",
	"#332288",
	"#e377c2",
	"#6b8e23",
	"#5f6368"
], Jr = [
	"#5aa9f0",
	"#ff8a4c",
	"#2fcf9f",
	"#e36fb3",
	"#a6dcff",
	"#f0c419",
	"#a99bff",
	"#ffb3de",
	"#b7d968",
	"#c4c7cc"
], Yr = [
	"disc",
	"square",
	"triangle",
	"diamond",
	"cross",
	"plus",
	"ring",
	"drop",
	"bar"
];
function B(e, t) {
	let n = t ? Jr : qr;
	return n[$r(e, n.length)];
}
function Xr(e) {
	return Yr[$r(e, Yr.length)];
}
function Zr(e, t = 255) {
	let [n, r, i] = [
		1,
		3,
		5
	].map((t) => parseInt(e.slice(t, t + 2), 16));
	return (t << 24 | i << 16 | r << 8 | n) >>> 0;
}
function Qr(e, t, n) {
	let [r, i] = [Math.abs(t), Math.abs(n)], a = Math.hypot(t, n);
	switch (e) {
		case "disc": return a <= 1;
		case "square": return Math.max(r, i) <= .85;
		case "triangle": return n <= .8 && n >= 2 * r - 1.05;
		case "diamond": return r + i <= 1.1;
		case "cross": return Math.abs(r - i) <= .38 && Math.max(r, i) <= .95;
		case "plus": return Math.min(r, i) <= .3 && Math.max(r, i) <= 1.05;
		case "ring": return a <= 1.1 && a >= .55;
		case "drop": return n >= -.8 && n <= 1.05 - 2 * r;
		case "frame": return Math.max(r, i) <= 1 && Math.max(r, i) >= .6;
		case "bar": return i <= .4 && r <= 1.1;
	}
}
function $r(e, t) {
	return (e % t + t) % t;
}
// src/map/hit.ts
function ei(e, t, n, r, i, a = null, o = 7) {
	let [s, c] = t.toPlace(n, r), l = (o / t.scale) ** 2, u = -1, { xs: d, ys: f, labels: p } = e;
	for (let e = 0; e < d.length; e++) {
		let t = d[e] - s, n = f[e] - c, r = t * t + n * n;
		r < l && (!a || a[e]) && !(p && i.size > 0 && i.has(p[e])) && (l = r, u = e);
	}
	return u;
}
function ti(e) {
	let t = /* @__PURE__ */ new Map(), { xs: n, ys: r, labels: i } = e;
	if (!i) return t;
	for (let e = 0; e < n.length; e++) {
		let a = t.get(i[e]) ?? {
			x: 0,
			y: 0,
			count: 0
		};
		a.count++, a.x += (n[e] - a.x) / a.count, a.y += (r[e] - a.y) / a.count, t.set(i[e], a);
	}
	return new Map([...t].sort(([e], [t]) => e - t));
}
// src/map/raster.ts
var ni = /* @__PURE__ */ new Map();
function ri(e, t) {
	let n = `${e}${t.toFixed(2)}`, r = ni.get(n);
	return r || ni.set(n, r = ii(e, t)), r;
}
function ii(e, t) {
	let n = Math.ceil(t * 1.15), r = [];
	for (let i = -n; i <= n; i++) for (let a = -n; a <= n; a++) {
		let n = 0;
		for (let r = 0; r < 16; r++) {
			let [o, s] = [a + (r % 4 - 1.5) / 4, i + (Math.floor(r / 4) - 1.5) / 4];
			Qr(e, o / t, s / t) && n++;
		}
		n > 0 && r.push([
			a,
			i,
			n * 16
		]);
	}
	return {
		dx: Int8Array.from(r, (e) => e[0]),
		dy: Int8Array.from(r, (e) => e[1]),
		cover: Uint16Array.from(r, (e) => e[2]),
		reach: n
	};
}
function ai(e, t) {
	return (e <= 3e3 ? 3.4 : e <= 12e3 ? 2.5 : 1.7) * Math.min(Math.max(Math.sqrt(t), .8), 2.4);
}
var oi = -1e3;
function si(e, t, n, r, i, a, o, s, { hollow: c = !1, size: l = 1, mask: u = null, rest: d = "shown", tint: f = null } = {}) {
	let { xs: p, ys: m, labels: h } = r, g = l * ai(p.length, i.zoom) * a, [_, v] = i.toScreen(0, 0), y = i.scale * a, b = /* @__PURE__ */ new Map(), ee = (e) => {
		let t = b.get(e);
		if (t === void 0) {
			let n = ri(c ? "frame" : h ? Xr(e) : "disc", g);
			t = s.has(e) ? null : {
				stamp: n,
				color: Zr(B(e, o))
			}, b.set(e, t);
		}
		return t;
	}, x = (r, i) => {
		if (!r) return;
		let o = Math.round(_ * a + p[i] * y), s = Math.round(v * a - m[i] * y), { dx: c, dy: l, cover: u, reach: d } = r.stamp;
		if (o < d || s < d || o >= t - d || s >= n - d) return;
		let { color: f } = r, h = s * t + o;
		for (let n = 0; n < u.length; n++) {
			let r = h + l[n] * t + c[n];
			e[r] = u[n] === 256 ? f : ci(e[r], f, u[n]);
		}
	}, te = f?.styles.map(({ color: e, mark: t }) => ({
		stamp: ri(t, g),
		color: Zr(e)
	})), ne = (e) => te && ee(h ? h[e] : 0) ? te[f.levels[e]] : null, S = u !== null && d !== "shown";
	if (S && d === "grey") {
		let e = Zr(o ? "#4a525c" : "#c3c8ce");
		for (let t = 0; t < p.length; t++) {
			let n = u[t] ? null : ee(h ? h[t] : 0);
			n && x({
				stamp: n.stamp,
				color: e
			}, t);
		}
	}
	for (let e = 0; e < p.length; e++) (!S || u[e]) && x(te ? ne(e) : ee(h ? h[e] : 0), e);
}
function ci(e, t, n) {
	let r = e >>> 24;
	if (r < 255) return n < r ? e : ((n === 256 ? 255 : n) << 24 | t & 16777215) >>> 0;
	let i = 256 - n, a = (e & 16711935) * i + (t & 16711935) * n >>> 8 & 16711935, o = (e & 65280) * i + (t & 65280) * n >>> 8 & 65280;
	return (4278190080 | a | o) >>> 0;
}
// src/map/legend.ts
var li = class {
	model;
	element = P("div", {
		class: "gl-legend",
		role: "group",
		"aria-label": "Classes",
		"data-testid": "legend"
	});
	all = null;
	real;
	frame = P("canvas", {
		width: "22",
		height: "22",
		"aria-hidden": "true"
	});
	entries = /* @__PURE__ */ new Map();
	constructor(e, t) {
		this.model = e;
		let { labelNames: n } = e.data.points;
		if (e.data.run.family === "gan") {
			let t = e.data.latent.classes.length > 0;
			this.element.append(P("span", { class: "gl-hint" }, t ? "Class asked for:" : "Class of the nearest data item:"));
		}
		for (let [t, { count: r }] of ti(e.plane.cloud)) {
			let e = n[t] ?? (t < 0 ? "no label" : String(t)), i = P("canvas", {
				width: "22",
				height: "22",
				"aria-hidden": "true"
			}), a = P("button", {
				type: "button",
				class: "gl-class",
				title: `${e}: ${r} items. Click to hide or show, double click to see it alone.`,
				onclick: () => this.toggle(t),
				ondblclick: () => this.isolate(t)
			}, i, P("b", {}, e), P("span", { class: "gl-count" }, String(r))), o = P("button", {
				type: "button",
				class: "gl-only",
				title: `Show only ${e}`,
				onclick: () => this.isolate(t)
			}, "only");
			o.setAttribute("aria-label", `Show only ${e}`), this.entries.set(t, {
				button: a,
				swatch: i
			}), this.element.append(P("span", { class: "gl-class-group" }, a, o));
		}
		if (this.real = this.realEntry(), this.element.append(this.real), e.on((e) => (e === "plane" || e === "classes") && this.mark()), this.entries.size > 1) {
			let e = {
				type: "button",
				class: "gl-only gl-all",
				title: "Show all classes",
				onclick: () => this.showAll()
			};
			this.all = P("button", e, "Show all"), this.element.append(this.all);
		}
		this.setTheme(t), this.mark();
	}
	setTheme(e) {
		for (let [t, { swatch: n }] of this.entries) ui(n, Xr(t), B(t, e.dark));
		ui(this.frame, "frame", e.dark ? "#c4c7cc" : "#5f6368");
	}
	showAll() {
		this.model.hidden.clear(), this.changed();
	}
	toggle(e) {
		this.model.hidden.delete(e) || this.model.hidden.add(e), this.changed();
	}
	realEntry() {
		return P("button", {
			type: "button",
			class: "gl-real",
			title: "Real data, placed on this map of generated items and drawn hollow. Click to hide or show.",
			"data-testid": "legend-real",
			onclick: () => this.toggle(oi)
		}, this.frame, P("b", {}, "Real data"));
	}
	isolate(e) {
		let t = [...this.entries.keys()].filter((t) => t !== e), n = !this.model.hidden.has(e) && t.every((e) => this.model.hidden.has(e));
		this.model.hidden.clear(), n || t.forEach((e) => this.model.hidden.add(e)), this.changed();
	}
	changed() {
		this.model.changed("classes");
	}
	mark() {
		let { hidden: e, plane: t } = this.model;
		this.all && (this.all.hidden = e.size === 0), this.real.hidden = !t.real, this.real.setAttribute("aria-pressed", String(!e.has(oi))), this.element.hidden = this.entries.size === 0 && !t.real;
		for (let [e, { button: t }] of this.entries) t.setAttribute("aria-pressed", String(!this.model.hidden.has(e)));
	}
};
function ui(e, t, n) {
	let r = e.getContext("2d"), i = r.createImageData(22, 22), a = new Uint32Array(i.data.buffer), { dx: o, dy: s, cover: c } = ri(t, 9);
	c.forEach((e, t) => {
		let r = (11 + s[t]) * 22 + 11 + o[t];
		r >= 0 && r < a.length && (a[r] = Zr(n, Math.min(e, 255)));
	}), r.putImageData(i, 0, 0);
}
// src/state/measure.ts
var di = /* @__PURE__ */ new Map();
function V(e, t) {
	let n = (di.get(e) ?? 0) + 1;
	n % 5e3 == 0 && performance.clearMeasures(e), di.set(e, n), performance.measure(e, {
		start: t,
		end: performance.now()
	});
}
// src/math/curves.ts
function fi(e) {
	let t = new Float64Array(e.length);
	for (let n = 1; n < e.length; n++) t[n] = t[n - 1] + gi(e[n - 1], e[n]);
	return t;
}
function pi(e) {
	let t = 0;
	for (let n = 1; n < e.length; n++) t += gi(e[n - 1], e[n]) ** 2;
	return .5 * (e.length - 1) * t;
}
function mi(e, t, n) {
	let r = e.length - 1, i = t[r] <= t[0], a = (e) => i ? e / r : t[e], [o, s] = [a(0), a(r)];
	return Array.from({ length: n }, (t, r) => hi(e, a, o + (s - o) * r / (n - 1)));
}
function hi(e, t, n) {
	let r = 1;
	for (; r < e.length - 1 && t(r) < n;) r++;
	let i = t(r) - t(r - 1), a = i > 0 ? Math.min(Math.max((n - t(r - 1)) / i, 0), 1) : 1, [o, s] = [e[r - 1], e[r]];
	return Float32Array.from(o, (e, t) => (1 - a) * e + a * s[t]);
}
function gi(e, t) {
	let n = 0;
	for (let r = 0; r < e.length; r++) n += (e[r] - t[r]) ** 2;
	return Math.sqrt(n);
}
// src/math/paths.ts
var _i = 1e-6;
function vi(e, t, n) {
	let r = new Float32Array(e.length);
	for (let i = 0; i < r.length; i++) r[i] = (1 - n) * e[i] + n * t[i];
	return r;
}
function yi(e, t, n) {
	let r = e.length, i = H(e), a = H(t);
	if (i === 0 || a === 0 || r === 1) return vi(e, t, n);
	let o = Float64Array.from(e, (e) => e / i), s = 0;
	for (let e = 0; e < r; e++) s += o[e] * t[e] / a;
	let c = o.map((e, n) => t[n] / a - s * e), l = H(c);
	if (l < _i) {
		if (s > 0) return vi(e, t, n);
		let r = o.reduce((e, t, n) => Math.abs(t) < Math.abs(o[e]) ? n : e, 0);
		o.forEach((e, t) => c[t] = +(t === r) - o[r] * e);
	}
	let u = n * Math.atan2(l, s), d = (1 - n) * i + n * a, f = d * Math.cos(u), p = d * Math.sin(u) / H(c), m = new Float32Array(r);
	for (let e = 0; e < r; e++) m[e] = f * o[e] + p * c[e];
	return m;
}
function bi(e, t, n, r) {
	return e === "lerp" ? vi(t, n, r) : yi(t, n, r);
}
function xi(e) {
	let t = H(e);
	return Si(e, t === 0 ? 1 : Math.sqrt(e.length) / t);
}
function Si(e, t) {
	return Float32Array.from(e, (e) => t * e);
}
function H(e) {
	let t = 0;
	for (let n = 0; n < e.length; n++) t += e[n] * e[n];
	return Math.sqrt(t);
}
// src/math/spline.ts
var Ci = 1e-6;
function wi(e, t, n = !1) {
	let { leg: r, share: i } = Ei(e.length, t), [a, o] = [e[r], e[r + 1]], s = r > 0 ? e[r - 1] : Di(o, a), c = r + 2 < e.length ? e[r + 2] : Di(a, o), l = (e, t) => Math.sqrt(H(Array.from(e, (e, n) => t[n] - e))), u = l(a, o) < Ci ? 1 : l(a, o), d = l(s, a) < Ci ? u : l(s, a), f = l(o, c) < Ci ? u : l(o, c), p = Float64Array.from(a, (e, t) => {
		let n = u * ((a[t] - s[t]) / d - (o[t] - s[t]) / (d + u) + (o[t] - a[t]) / u), r = u * ((o[t] - a[t]) / u - (c[t] - a[t]) / (u + f) + (c[t] - o[t]) / f);
		return (2 * i ** 3 - 3 * i ** 2 + 1) * a[t] + (i ** 3 - 2 * i ** 2 + i) * n + (3 * i ** 2 - 2 * i ** 3) * o[t] + (i ** 3 - i ** 2) * r;
	}), m = H(p), h = n && m > 0 ? ((1 - i) * H(a) + i * H(o)) / m : 1;
	return Float32Array.from(p, (e) => e * h);
}
function Ti(e, t, n, r = !1, i = t[0].length) {
	if (i < t[0].length) {
		let a = (e, n) => t.map((t) => Array.from(t).slice(e, n));
		return Float32Array.of(...Ti(e, a(0, i), n, r), ...Ti("lerp", a(i), n));
	}
	if (e === "spline") return wi(t, n, r);
	let { leg: a, share: o } = Ei(t.length, n);
	return bi(e, t[a], t[a + 1], o);
}
function Ei(e, t) {
	let n = Math.min(Math.max(t, 0), 1) * (e - 1), r = Math.min(Math.floor(n), e - 2);
	return {
		leg: r,
		share: n - r
	};
}
function Di(e, t) {
	return Float64Array.from(t, (t, n) => 2 * t - e[n]);
}
// src/state/point.ts
function U(e) {
	return {
		z: e,
		delta: null,
		code: e
	};
}
function W(e, t) {
	return {
		z: e,
		delta: t,
		code: null
	};
}
function Oi(e) {
	return [...e.z, ...e.delta ?? []];
}
function ki(e, t, n) {
	if (!e || e.length !== t + n || e.some((e) => !Number.isFinite(e))) return null;
	let r = Float32Array.from(e.slice(0, t));
	return n > 0 ? W(r, Float32Array.from(e.slice(t))) : U(r);
}
function Ai(e, t, n) {
	return e.delta ? {
		z: e.z,
		code: n,
		delta: e.delta.map((e, r) => e + n[r] - t[r])
	} : U(n);
}
var ji = class {
	a;
	b;
	kind;
	style;
	t = 0;
	way = [];
	more = [];
	chosen = null;
	constructor(e, t, n, r) {
		this.a = e, this.b = t, this.kind = n, this.style = r;
	}
	get all() {
		return [
			this.a,
			this.b,
			...this.more
		].filter((e) => e !== null);
	}
	get names() {
		return [...["a", "b"].filter((e) => this[e]), ...this.more.keys()];
	}
	get(e) {
		return typeof e == "number" ? this.more[e] ?? null : this[e];
	}
	set(e, t) {
		typeof e == "number" ? t ? this.more[e] = t : this.more.splice(e, 1) : this[e] = t;
	}
	get course() {
		let { all: e, chosen: t } = this;
		return !this.a || !this.b || !t || t.pins.length !== e.length ? null : e.every(({ z: e, delta: n }, r) => e === t.pins[r].z && n === t.pins[r].delta) ? t : null;
	}
	set course(e) {
		this.chosen = e;
	}
	at(e) {
		let { a: t, b: n, course: r } = this;
		if (!t || !n) return null;
		let i = this.all;
		if (e === 0 || e === 1) return e === 0 ? t : i[i.length - 1];
		let a = r?.points ?? i, o = (t, n, i) => r ? hi(t, (e) => r.along[e], e) : Ti(n, t, e, !1, i), s = o(a.map((e) => e.z), this.kind, this.style), c = a.flatMap((e) => e.delta ? [e.delta] : []);
		return c.length === a.length ? W(s, o(c, "lerp")) : U(s);
	}
	steps(e = 11) {
		return !this.a || !this.b ? [] : Array.from({ length: e }, (t, n) => this.at(n / (e - 1)));
	}
};
function Mi(e) {
	return typeof e == "number" ? String.fromCharCode(67 + e) : e.toUpperCase();
}
// src/map/fog.ts
var Ni = 165;
function Pi(e, t, n, r) {
	let i = Math.ceil(t.width / n), a = Math.ceil(t.height / n), o = P("canvas", {
		width: i,
		height: a
	}), s = o.getContext("2d"), c = s.createImageData(i, a), [l, u, d] = r.dark ? [
		104,
		122,
		142
	] : [
		148,
		160,
		175
	];
	for (let r = 0; r < a; r++) for (let a = 0; a < i; a++) {
		let o = t.toPlace((a + .5) * n, (r + .5) * n);
		c.data.set([
			l,
			u,
			d,
			Ni * (1 - e.confidence(o))
		], 4 * (r * i + a));
	}
	return s.putImageData(c, 0, 0), o;
}
// src/map/backdrop.ts
var Fi = 220, Ii = 700, G = 46, Li = 32, Ri = .05, zi = class {
	model;
	view;
	painter;
	theme;
	request;
	switched;
	failed;
	canvas = P("canvas", {
		"aria-hidden": "true",
		"data-testid": "backdrop"
	});
	fog = !1;
	samples = !1;
	fogged = null;
	sampled = null;
	layer = null;
	laid = null;
	layVersion = 0;
	dirty = !1;
	timer = 0;
	outdatedMs = 0;
	version = 0;
	constructor(e, t, n, r, i, a, o) {
		this.model = e, this.view = t, this.painter = n, this.theme = r, this.request = i, this.switched = a, this.failed = o, e.on((t) => {
			t === "plane" && (this.fogged = this.sampled = this.laid = null), t === "settled" && (this.samples || this.layer) && e.plane.exact && this.outdate();
		});
	}
	set(e, t) {
		(this.fog !== e || this.samples !== t) && ([this.fog, this.samples] = [e, t], e || (this.fogged = null), t || (this.sampled = null), this.switched(), this.outdate());
	}
	lay(e) {
		this.layer = e, this.laid = null, this.layVersion++, this.outdate(), this.request();
	}
	outdate() {
		if (this.dirty = !0, !this.fog && !this.samples && !this.layer) return;
		let e = performance.now();
		this.timer || (this.outdatedMs = e), clearTimeout(this.timer);
		let t = Math.max(0, Math.min(Fi, this.outdatedMs + Ii - e));
		this.timer = window.setTimeout(() => this.make(), t);
	}
	draw() {
		if (!this.dirty) return;
		this.dirty = !1;
		let { canvas: e, view: t } = this, n = e.getContext("2d");
		n.setTransform(1, 0, 0, 1, 0, 0), n.fillStyle = this.theme.background, n.fillRect(0, 0, e.width, e.height);
		let r = e.width / t.width;
		n.setTransform(r, 0, 0, r, 0, 0);
		for (let e of [
			this.sampled,
			this.laid,
			this.fogged
		]) {
			if (!e) continue;
			let [r, i] = t.toScreen(e.left, e.top), a = e.unitsPerPx * t.scale;
			n.imageSmoothingEnabled = e === this.fogged || e === this.laid && this.layer.smooth, n.drawImage(e.picture, r, i, e.picture.width * a, e.picture.height * a);
		}
	}
	close() {
		clearTimeout(this.timer), this.version++, this.layVersion++;
	}
	make() {
		this.timer = 0;
		let { plane: e } = this.model;
		this.fogged = this.fog && !e.exact ? this.spread(Pi(e, this.view, 8, this.theme), 8) : null, this.samples && this.sample(++this.version).catch(this.failed), this.layer && this.layOut(this.layer, ++this.layVersion).catch(this.failed), this.dirty = !0, this.request();
	}
	async layOut(e, t) {
		let [n, r] = this.view.toPlace(0, 0), { scale: i } = this.view, a = () => t === this.layVersion;
		await e.make(this.view, this.theme, (e, t) => {
			a() && (this.laid = {
				picture: e,
				left: n,
				top: r,
				unitsPerPx: t / i
			}, this.dirty = !0, this.canvas.dataset.laid = String(Number(this.canvas.dataset.laid ?? 0) + 1), this.request());
		}, a);
	}
	spread(e, t) {
		let [n, r] = this.view.toPlace(0, 0);
		return {
			picture: e,
			left: n,
			top: r,
			unitsPerPx: t / this.view.scale
		};
	}
	async sample(e) {
		let { view: t, model: n } = this, r = this.canvas.width / t.width, i = Math.round(G * r), a = P("canvas", {
			width: Math.ceil(t.width / G) * i,
			height: Math.ceil(t.height / G) * i
		}), o = this.spread(a, G / i), s = a.getContext("2d");
		s.imageSmoothingEnabled = !1;
		let c = this.cells(), l = P("canvas"), u = n.data.item.shape.reduce((e, t) => e * t, 1);
		for (let t = 0; t < c.length; t += Li) {
			let r = c.slice(t, t + Li), { x: a } = await n.engine.batch(r.map(({ point: e }) => e));
			if (e !== this.version || !this.samples) return;
			r.forEach(({ column: e, line: t, confidence: n }, r) => {
				this.painter.paint(l, a, r * u, 42), s.globalAlpha = this.fog ? .75 : .75 * Math.sqrt(n), s.drawImage(l, e * i + 1, t * i + 1, i - 2, i - 2);
			}), t === 0 && (this.sampled = o), this.dirty = !0, this.request();
		}
		this.canvas.dataset.samples = String(c.length);
	}
	cells() {
		let { view: e, model: t } = this, n = [];
		for (let r = 0; r < e.height / G; r++) for (let i = 0; i < e.width / G; i++) {
			let a = e.toPlace((i + .5) * G, (r + .5) * G), o = t.plane.confidence(a), s = o > Ri ? t.under(a) : null;
			s && n.push({
				column: i,
				line: r,
				point: s,
				confidence: o
			});
		}
		return n;
	}
}, Bi = class {
	from;
	to;
	startMs;
	durationMs;
	cloud;
	centers;
	fromCenters;
	toCenters;
	constructor(e, t, n, r) {
		this.from = e, this.to = t, this.startMs = n, this.durationMs = r, this.cloud = {
			xs: e.xs.slice(),
			ys: e.ys.slice(),
			labels: t.labels
		}, this.fromCenters = ti({
			...e,
			labels: t.labels
		}), this.toCenters = ti(t), this.centers = new Map([...this.fromCenters].map(([e, t]) => [e, { ...t }]));
	}
	advance(e) {
		let t = Math.min(Math.max((e - this.startMs) / this.durationMs, 0), 1), { cloud: n, from: r, to: i } = this;
		for (let e = 0; e < n.xs.length; e++) n.xs[e] = r.xs[e] + (i.xs[e] - r.xs[e]) * t, n.ys[e] = r.ys[e] + (i.ys[e] - r.ys[e]) * t;
		for (let [e, n] of this.centers) {
			let [r, i] = [this.fromCenters.get(e), this.toCenters.get(e)];
			n.x = r.x + (i.x - r.x) * t, n.y = r.y + (i.y - r.y) * t;
		}
		return t < 1;
	}
}, Vi = class {
	least;
	most;
	lastMs = -Infinity;
	constructor(e = 80, t = 500) {
		this.least = e, this.most = t;
	}
	next(e) {
		let t = e - this.lastMs;
		return this.lastMs = e, Math.min(Math.max(t, this.least), this.most);
	}
}, Hi = 2.5;
function Ui(e, t = [], n = 12) {
	let r = e.map(({ y: e }) => e);
	Gi(e, t, n);
	let i = [];
	return e.forEach((e, t) => {
		Math.abs(e.y - r[t]) <= Hi * e.height && !i.some((t) => Wi(e, t) > .5) && i.push(e);
	}), i;
}
function Wi(e, t) {
	return Math.abs(e.x - t.x) >= (e.width + t.width) / 2 ? 0 : (e.height + t.height) / 2 - Math.abs(e.y - t.y);
}
function Gi(e, t, n) {
	for (let r = 0; r < n; r++) {
		let n = !1;
		for (let r of e) for (let e of t) {
			let t = Wi(r, e);
			t <= .5 || (r.y += r.y <= e.y ? -t : t, n = !0);
		}
		for (let t = 0; t < e.length; t++) for (let r = t + 1; r < e.length; r++) {
			let [i, a] = [e[t], e[r]], o = Wi(i, a);
			if (o <= .5) continue;
			let [s, c] = i.y <= a.y ? [i, a] : [a, i];
			s.y -= o / 2, c.y += o / 2, n = !0;
		}
		if (!n) return;
	}
}
// src/map/text.ts
function Ki(e, t, n, r, i, a) {
	e.lineJoin = "round", a && (e.lineWidth = 8 * t.scale, e.strokeStyle = a, e.strokeText(n, r, i)), e.lineWidth = 4.5 * t.scale, e.strokeStyle = t.background, e.strokeText(n, r, i), e.fillStyle = t.text, e.fillText(n, r, i);
}
function qi(e, t, n, [r, i]) {
	let a = (n, r, i) => Ki(e, t, n, r, i), { scale: o } = t;
	e.font = `${12 * o}px system-ui, sans-serif`;
	let [s, c] = n.toPlace(0, 0), [l, u] = n.toPlace(n.width, n.height), d = Ji(90 * o / n.scale);
	e.textAlign = "center", e.textBaseline = "alphabetic", e.globalAlpha = .75;
	for (let e = Math.ceil(s / d); e * d <= l; e++) {
		let [t] = n.toScreen(e * d, 0);
		t > 44 * o && t < n.width - 110 * o && a(Yi(e * d, d), t, n.height - 6);
	}
	e.textAlign = "left";
	for (let e = Math.ceil(u / d); i && e * d <= c; e++) {
		let [, t] = n.toScreen(0, e * d);
		t > 40 * o && t < n.height - 24 * o && a(Yi(e * d, d), 6, t + 4 * o);
	}
	e.globalAlpha = 1, e.font = `600 ${13 * o}px system-ui, sans-serif`, i && a(`${i} \u2191`, 6, 4 + 13 * o), e.textAlign = "right", a(`${r} \u2192`, n.width - 6, n.height - 7);
}
function Ji(e) {
	let t = 10 ** Math.floor(Math.log10(e));
	return t * ([
		1,
		2,
		5,
		10
	].find((n) => n * t >= e) ?? 10);
}
function Yi(e, t) {
	let n = Math.max(0, -Math.floor(Math.log10(t) + 1e-9));
	return I(Math.abs(e) < t / 2 ? 0 : e, n);
}
// src/map/overlay.ts
var Xi = class {
	context;
	view;
	theme;
	constructor(e, t, n) {
		this.context = e, this.view = t, this.theme = n;
	}
	classNames(e, t) {
		let { context: n, theme: r } = this;
		n.font = `700 ${17 * r.scale}px system-ui, sans-serif`, n.textAlign = "center", n.textBaseline = "middle";
		let i = e.map(({ name: e, label: t, x: i, y: a }) => {
			let [o, s] = this.view.toScreen(i, a);
			return {
				name: e,
				label: t,
				x: o,
				y: s,
				width: n.measureText(e).width + 6,
				height: 21 * r.scale
			};
		}), a = 34 * r.scale, o = t.map(([e, t]) => {
			let [n, r] = this.view.toScreen(e, t);
			return {
				x: n,
				y: r,
				width: a,
				height: a
			};
		});
		for (let { name: e, label: t, x: a, y: s } of Ui(i, o)) Ki(n, r, e, a, s, B(t, r.dark));
		n.textBaseline = "alphabetic";
	}
	path(e) {
		let { context: t, theme: n } = this, r = e.map(([e, t]) => this.view.toScreen(e, t));
		for (let [e, i] of [[5, n.background], [2, n.text]]) {
			t.beginPath();
			for (let [e, n] of r) t.lineTo(e, n);
			t.lineWidth = e * n.scale, t.strokeStyle = i, t.stroke();
		}
		for (let [e, t] of r) this.disc(e, t, 2.5, n.text, n.background, 1);
	}
	pin(e, t, n) {
		let { context: r, theme: i } = this, [a, o] = this.view.toScreen(t, n);
		this.disc(a, o, 12, i.text, i.background, 2), r.font = `700 ${14 * i.scale}px system-ui, sans-serif`, r.textAlign = "center", r.textBaseline = "middle", r.fillStyle = i.background, r.fillText(e, a, o + 1), r.textBaseline = "alphabetic";
	}
	settled(e, t) {
		let [n, r] = this.view.toScreen(e, t), { context: i, theme: a } = this;
		for (let [e, t] of [[6, a.background], [2.5, a.text]]) {
			i.beginPath(), i.arc(n, r, 9 * a.scale, 0, 2 * Math.PI);
			for (let [e, t] of [
				[1, 0],
				[-1, 0],
				[0, 1],
				[0, -1]
			]) i.moveTo(n + 9 * a.scale * e, r + 9 * a.scale * t), i.lineTo(n + 15 * a.scale * e, r + 15 * a.scale * t);
			i.lineWidth = e * a.scale, i.strokeStyle = t, i.stroke();
		}
	}
	live(e, t) {
		let [n, r] = this.view.toScreen(e, t);
		this.disc(n, r, 5.5, this.theme.text, this.theme.background, 2);
	}
	item(e, t, n) {
		let [r, i] = this.view.toScreen(e, t);
		this.disc(r, i, 7, B(n, this.theme.dark), this.theme.text, 2.5);
	}
	ellipse(e, t, { major: n, minor: r, angle: i }) {
		let { context: a, view: o, theme: s } = this, [c, l] = o.toScreen(e, t);
		for (let e of [2, 1]) a.beginPath(), a.ellipse(c, l, e * n * o.scale, e * r * o.scale, -i, 0, 2 * Math.PI), a.globalAlpha = .14, a.fillStyle = s.primary, a.fill(), a.globalAlpha = 1, a.lineWidth = 3.5 * s.scale, a.strokeStyle = s.background, a.stroke(), a.lineWidth = 1.75 * s.scale, a.setLineDash(e === 2 ? [5, 4] : []), a.strokeStyle = s.text, a.stroke(), a.setLineDash([]);
	}
	draw(e, t) {
		let { context: n, theme: r } = this, [i, a] = this.view.toScreen(e, t);
		n.beginPath();
		for (let [e, t] of [
			[0, -7],
			[7, 0],
			[0, 7],
			[-7, 0]
		]) n.lineTo(i + e * r.scale, a + t * r.scale);
		n.closePath(), n.fillStyle = r.primary, n.fill(), n.lineWidth = 1.5, n.strokeStyle = r.background, n.stroke();
	}
	disc(e, t, n, r, i, a) {
		let { context: o } = this, { scale: s } = this.theme;
		o.beginPath(), o.arc(e, t, n * s, 0, 2 * Math.PI), o.fillStyle = r, o.fill(), o.lineWidth = a * s, o.strokeStyle = i, o.stroke();
	}
}, Zi = class {
	width = 1;
	height = 1;
	x = 0;
	y = 0;
	pxPerUnit = 1;
	fitted = {
		x: 0,
		y: 0,
		pxPerUnit: 1
	};
	resize(e, t) {
		this.width = Math.max(e, 1), this.height = Math.max(t, 1);
	}
	fit(e, t = 26) {
		let n = (e) => Math.max(e - 2 * t, 20), [r, i] = [Math.max(e.x1 - e.x0, 1e-9), Math.max(e.y1 - e.y0, 1e-9)], a = Math.min(n(this.width) / r, n(this.height) / i);
		this.fitted = {
			x: (e.x0 + e.x1) / 2,
			y: (e.y0 + e.y1) / 2,
			pxPerUnit: a
		}, {x: this.x, y: this.y, pxPerUnit: this.pxPerUnit} = this.fitted;
	}
	get zoom() {
		return this.pxPerUnit / this.fitted.pxPerUnit;
	}
	get isFitted() {
		let { x: e, y: t, pxPerUnit: n } = this.fitted;
		return this.x === e && this.y === t && this.pxPerUnit === n;
	}
	get scale() {
		return this.pxPerUnit;
	}
	toScreen(e, t) {
		return [this.width / 2 + (e - this.x) * this.pxPerUnit, this.height / 2 - (t - this.y) * this.pxPerUnit];
	}
	toPlace(e, t) {
		return [this.x + (e - this.width / 2) / this.pxPerUnit, this.y - (t - this.height / 2) / this.pxPerUnit];
	}
	lookAt({ x: e, y: t, zoom: n }) {
		[this.x, this.y, this.pxPerUnit] = [
			e,
			t,
			n * this.fitted.pxPerUnit
		];
	}
	get look() {
		return {
			x: this.x,
			y: this.y,
			zoom: this.zoom
		};
	}
	zoomAt(e, t, n) {
		let [r, i] = this.toPlace(e, t), { pxPerUnit: a } = this.fitted;
		this.pxPerUnit = Math.min(Math.max(this.pxPerUnit * n, a / 8), a * 200);
		let [o, s] = this.toPlace(e, t);
		this.x += r - o, this.y += i - s;
	}
	panBy(e, t) {
		this.x -= e / this.pxPerUnit, this.y += t / this.pxPerUnit;
	}
};
function Qi(e, t, n = 8192) {
	let r = (e) => {
		if (e.length === 0) return [-1, 1];
		let t = Math.max(1, Math.floor(e.length / n)), r = Float32Array.from({ length: Math.ceil(e.length / t) }, (n, r) => e[r * t]).sort(), i = (e) => r[Math.round(e * (r.length - 1))];
		return [i(.001), i(.999)];
	}, [i, a] = r(e), [o, s] = r(t);
	return {
		x0: i,
		x1: a,
		y0: o,
		y1: s
	};
}
// src/map/mapView.ts
var $i = 1024, ea = class {
	model;
	theme;
	request;
	element;
	view = new Zi();
	posterior = null;
	backdrop;
	tool = null;
	glide = null;
	tint = null;
	wanted = null;
	pace = new Vi();
	points = P("canvas", {
		"aria-hidden": "true",
		"data-testid": "map-points"
	});
	over = P("canvas", { "aria-hidden": "true" });
	pixels = null;
	stale = !0;
	before = null;
	centers;
	resizing;
	constructor(e, t, n, r, i) {
		this.model = e, this.theme = n, this.request = r, this.backdrop = new zi(e, this.view, t, n, r, () => this.redraw(), i), this.element = P("div", {
			class: "gl-map",
			"data-testid": "latent-map",
			tabindex: "0",
			role: "application",
			"aria-roledescription": "map",
			"aria-label": `Map of the latent space of ${e.data.run.name}. Arrow keys move the point and decode there, with shift in fine steps; plus and minus zoom; A and B pin; N goes to the nearest data item; R draws a random point; space plays the path; escape comes back.`
		}, this.backdrop.canvas, this.points, this.over), this.centers = ti(this.cloud), this.resizing = new ResizeObserver(() => this.resize()), this.resizing.observe(this.element), e.on((t) => {
			t === "plane" && (this.wanted && (this.wanted.next = !1), this.glide = null, this.before = e.plane.cloud, this.centers = ti(this.cloud), this.reset()), t === "moved" && this.moveOn(), (t === "classes" || t === "selection") && this.redraw();
		});
	}
	get cloud() {
		return this.glide?.cloud ?? this.model.plane.cloud;
	}
	reset() {
		this.fit(), this.wanted && !this.wanted.next && this.view.width > 1 && (this.view.lookAt(this.wanted.sight), this.wanted = null), this.redraw();
	}
	lookAt(e, t) {
		this.wanted = {
			sight: e,
			next: t
		}, t || this.reset();
	}
	colour(e) {
		this.tint = e, this.redraw();
	}
	redraw() {
		this.stale = !0, this.backdrop.outdate(), this.request();
	}
	setTheme(e) {
		this.theme = this.backdrop.theme = e, this.redraw();
	}
	zoom(e, t = this.view.width / 2, n = this.view.height / 2) {
		this.view.zoomAt(t, n, e), this.redraw();
	}
	pan(e, t) {
		this.view.panBy(e, t), this.redraw();
	}
	draw() {
		if (this.view.width <= 1) return;
		this.step(), this.backdrop.draw(), this.stale && this.drawPoints();
		let e = this.over.width / this.view.width, t = this.over.getContext("2d");
		t.setTransform(e, 0, 0, e, 0, 0), t.clearRect(0, 0, this.view.width, this.view.height), qi(t, this.theme, this.view, this.model.plane.names), this.drawOver(new Xi(t, this.view, this.theme));
	}
	destroy() {
		this.resizing.disconnect(), this.backdrop.close();
	}
	drawOver(e) {
		let { model: t } = this, { plane: n } = t, r = [...this.centers].filter(([e]) => !t.hidden.has(e)).map(([e, { x: n, y: r }]) => ({
			name: t.data.points.labelNames[e] ?? "",
			label: e,
			x: n,
			y: r
		})), i = n.place(t.settled), a = t.pins.names.map((e) => ({
			name: e,
			place: n.place(t.pins.get(e))
		})), o = [i, ...a.map(({ place: e }) => e)].filter((e) => e !== null), s = r.filter(({ name: e }) => e !== "");
		this.tint || e.classNames(s, o);
		let c = t.pins.way.flatMap((e) => [n.place(e)]);
		if (c.length > 1 && e.path(c), t.hoverRow >= 0) {
			let { xs: n, ys: r, labels: i } = this.cloud, [a, o] = [n[t.hoverRow], r[t.hoverRow]];
			this.posterior?.ellipse && !this.tint && e.ellipse(a, o, this.posterior.ellipse), e.item(a, o, i ? i[t.hoverRow] : 0), this.posterior?.draw && !this.tint && e.draw(...this.posterior.draw);
		}
		i && e.settled(...i);
		let l = t.live && (n.place(t.live) ?? (t.sample && n.place(t.sample.point)));
		l && e.live(...l);
		for (let { name: t, place: n } of a) n && e.pin(Mi(t), ...n);
		this.tool?.draw?.(e);
	}
	moveOn() {
		let e = performance.now(), t = matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden, n = this.glide?.cloud ?? this.before, { cloud: r } = this.model.plane;
		this.glide = t || !n ? null : new Bi(n, r, e, this.pace.next(e)), this.before = r, this.glide || (this.centers = ti(r), this.view.isFitted && this.fit()), this.step(), this.redraw();
	}
	step() {
		this.glide && (this.centers = this.glide.centers, this.glide.advance(performance.now()) || (this.glide = null), this.view.isFitted && this.fit($i), this.redraw());
	}
	fit(e) {
		this.view.fit(Qi(this.cloud.xs, this.cloud.ys, e));
	}
	drawPoints() {
		let e = performance.now(), { width: t, height: n } = this.points, r = this.points.getContext("2d");
		(this.pixels?.width !== t || this.pixels.height !== n) && (this.pixels = new ImageData(t, n));
		let i = new Uint32Array(this.pixels.data.buffer);
		i.fill(0);
		let a = t / this.view.width, { real: o } = this.model.plane, { dark: s, scale: c } = this.theme, { hidden: l, selection: u } = this.model, d = c * (this.backdrop.samples ? .7 : 1), f = (e, r, o = {}) => si(i, t, n, e, this.view, a, s, l, {
			hollow: r,
			size: d,
			...o
		});
		o && !l.has(-1e3) && f(o, !0), f(this.cloud, !1, {
			mask: u.mask,
			rest: u.isolating,
			tint: this.tint
		}), r.putImageData(this.pixels, 0, 0), this.stale = !1, V("genlab.points", e), this.element.dataset.ready = "true";
	}
	resize() {
		let { clientWidth: e, clientHeight: t } = this.element;
		if (e < 2 || t < 2) return;
		let n = this.view.width <= 1;
		this.view.resize(e, t);
		let r = Math.min(devicePixelRatio || 1, 2);
		for (let n of [
			this.backdrop.canvas,
			this.points,
			this.over
		]) n.width = Math.round(e * r), n.height = Math.round(t * r);
		n || this.view.isFitted ? this.reset() : this.redraw(), this.draw();
	}
};
// src/map/gestures.ts
function ta(e, t) {
	let n = /* @__PURE__ */ new Map(), r = "none", i = [0, 0], a = (t) => {
		let n = e.getBoundingClientRect();
		return [t.clientX - n.left, t.clientY - n.top];
	}, o = () => {
		let [[e, t], [r, i]] = [...n.values()];
		return {
			distance: Math.hypot(e - r, t - i),
			x: (e + r) / 2,
			y: (t + i) / 2
		};
	};
	e.addEventListener("pointerdown", (o) => {
		let s = a(o);
		e.setPointerCapture(o.pointerId), n.set(o.pointerId, s), n.size === 2 ? (r === "drag" && t.cancel(), r = "pinch") : n.size === 1 && (r = o.shiftKey || o.button > 0 || t.panning() ? "pan" : "drag", i = s, r === "drag" && t.grab(...s, o));
	}), e.addEventListener("pointermove", (e) => {
		let s = a(e);
		if (!n.has(e.pointerId)) r === "none" && e.pointerType !== "touch" && t.hover(...s);
		else if (r === "pinch" && n.size >= 2) {
			let r = o();
			n.set(e.pointerId, s);
			let i = o();
			t.pan(i.x - r.x, i.y - r.y), r.distance > 0 && t.zoom(i.x, i.y, i.distance / r.distance);
		} else n.set(e.pointerId, s), r === "drag" && t.drag(...s), r === "pan" && t.pan(s[0] - i[0], s[1] - i[1]), i = s;
	});
	let s = (e) => {
		n.delete(e.pointerId) && (r === "drag" && (e.type === "pointerup" ? t.drop(...a(e)) : t.cancel()), (n.size === 0 || r === "drag") && (r = "none"));
	};
	e.addEventListener("pointerup", s), e.addEventListener("pointercancel", s), e.addEventListener("pointerleave", () => r === "none" && t.leave()), e.addEventListener("contextmenu", (e) => e.preventDefault()), e.addEventListener("dblclick", (e) => t.double(...a(e))), e.addEventListener("wheel", (e) => {
		e.preventDefault(), t.zoom(...a(e), Math.exp(-e.deltaY * (e.deltaMode === 1 ? .05 : .0018)));
	}, { passive: !1 });
}
// src/map/steering.ts
var na = 15, ra = class {
	model;
	map;
	player;
	panning = !1;
	taken = null;
	held = null;
	before = null;
	constructor(e, t, n) {
		this.model = e, this.map = t, this.player = n, ta(t.element, {
			hover: (e, t) => this.hover(e, t),
			leave: () => this.leave(),
			grab: (e, t, n) => this.grab(e, t, n),
			drag: (e, t) => this.drag(e, t),
			drop: (e, t) => this.drop(e, t),
			cancel: () => this.cancel(),
			pan: (e, t) => this.map.pan(e, t),
			zoom: (e, t, n) => this.map.zoom(n, e, t),
			double: (e, t) => this.goToItem(e, t),
			panning: () => this.panning
		});
	}
	hover(e, t) {
		this.player.isPlaying || (this.setRow(this.rowUnder(e, t)), this.map.element.style.cursor = this.panning ? "grab" : this.taken?.cursor ?? (this.pinAt(e, t) === null ? "crosshair" : "move"), this.visit(e, t));
	}
	leave() {
		this.player.isPlaying || (this.setRow(-1), this.model.visit(null));
	}
	grab(e, t, n) {
		this.player.halt(), this.taken?.grab(e, t, n) ? (this.held = "tool", this.setRow(-1)) : (this.held = this.pinAt(e, t) ?? "point", this.before = this.held === "point" ? null : this.model.pins.get(this.held), this.drag(e, t));
	}
	drag(e, t) {
		if (this.held === "tool") return this.taken?.drag(e, t);
		let n = this.held === "point" ? this.rowUnder(e, t) : -1;
		if (this.setRow(n), this.held === "point") this.visit(e, t);
		else if (this.held !== null) {
			let n = this.model.under(this.map.view.toPlace(e, t), this.model.pins.get(this.held));
			if (!n) return;
			this.model.pins.set(this.held, n), this.model.changed("pins"), this.model.visit(n);
		}
	}
	drop(e, t) {
		if (this.held === "tool") return this.held = null, this.taken?.drop(e, t);
		this.drag(e, t);
		let n = this.model.live, r = this.held === "point" ? "map" : "path";
		this.held = null, n && this.model.settle(n, r);
	}
	cancel() {
		this.held === "tool" ? this.taken?.cancel() : this.held !== null && this.held !== "point" && (this.model.pins.set(this.held, this.before), this.model.changed("pins")), this.held = null, this.leave();
	}
	goToItem(e, t) {
		let n = this.rowUnder(e, t);
		n >= 0 && !this.panning && this.model.settle(this.model.item(n), "item");
	}
	visit(e, t) {
		let n = this.model.under(this.map.view.toPlace(e, t));
		n && this.model.visit(n);
	}
	rowUnder(e, t) {
		let n = performance.now(), { hidden: r, selection: i } = this.model, a = ei(this.map.cloud, this.map.view, e, t, r, i.visible);
		return V("genlab.pick", n), a;
	}
	setRow(e) {
		this.model.hoverRow !== e && (this.model.hoverRow = e, this.model.changed("hover"));
	}
	pinAt(e, t) {
		for (let n of this.model.pins.names.reverse()) {
			let r = this.model.pins.get(n), i = r && this.model.plane.place(r);
			if (!i) continue;
			let [a, o] = this.map.view.toScreen(...i);
			if (Math.hypot(a - e, o - t) <= na) return n;
		}
		return null;
	}
}, ia = {
	pca: {
		name: "PCA",
		about: "Principal components: the flat cut through the space along which the codes differ most. Exact both ways."
	},
	lda: {
		name: "LDA",
		about: "The flat cut along which the classes part best for their width. Exact both ways; it is told the classes."
	},
	own: {
		name: "Own axes",
		about: "The axes you laid between groups with the tool Axes. Exact both ways."
	},
	raw: {
		name: "Raw axes",
		about: "Two latent dimensions as they are. Exact both ways."
	},
	tsne: {
		name: "t-SNE",
		about: "Puts codes that are neighbours side by side, and so shows clusters; distances between clusters mean little. Between the points a place is a guess from the codes around it."
	},
	pacmap: {
		name: "PaCMAP",
		about: "Shows clusters as t-SNE does, in a tenth of the time, and keeps more of how they lie to each other. Between the points a place is a guess from the codes around it."
	},
	umap: {
		name: "UMAP",
		about: "Shows clusters by a graph of neighbours. Between the points a place is a guess from the codes around it."
	}
}, aa = {
	z: {
		name: "codes z",
		about: "What the model decodes from. A GAN's z is pure noise: its map is a plain ball."
	},
	activations: {
		name: "first activations",
		about: "What the generator's first layer makes of z: where a GAN's samples begin to differ in kind."
	},
	outputs: {
		name: "generated items",
		about: "The generator's pictures themselves, with the data they should look like drawn among them."
	}
};
function oa({ maps: e }) {
	return {
		method: "pca",
		space: e.spaces[0],
		axes: [0, 1],
		settings: Object.fromEntries(e.settings.map((e) => [e.name, e.default])),
		own: null,
		encoder: null,
		fog: !1,
		samples: !1
	};
}
function sa(e) {
	return e === "tsne" || e === "pacmap" || e === "umap";
}
function ca(e) {
	return e === "lda" || e === "own";
}
function la({ maps: e, points: t }, n) {
	let r = [
		"pca",
		...t.labels ? ["lda"] : [],
		...n ? ["own"] : [],
		"raw"
	], i = [
		"tsne",
		"pacmap",
		"umap"
	].filter((t) => e.methods.includes(t)), a = e.socket ? {} : { space: e.spaces[0] };
	return [
		...[...r, ...i].map((e) => ({
			value: e,
			...ia[e],
			change: e === "pca" ? {
				method: e,
				...a
			} : { method: e }
		})),
		...e.kept.map((t, n) => ({
			value: `kept-${n}`,
			name: da(e, t),
			about: ia[t.header.method].about,
			change: ua(t)
		})),
		...Object.entries(e.missing).map(([e, t]) => ({
			value: e,
			name: `${ia[e]?.name ?? e} (not installed)`,
			about: t,
			change: null
		}))
	];
}
function ua({ settings: e, encoder: t, header: n }) {
	return {
		method: n.method,
		space: n.space,
		settings: e,
		encoder: t
	};
}
function da({ kept: e, spaces: t, encoders: n }, { settings: r, encoder: i, header: a }) {
	let { name: o } = ia[a.method], s = n.find(({ run: e }) => e === i)?.name, c = e.filter((e) => e.header.method === a.method), l = Object.keys(r).filter((e) => c.some((t) => t.settings[e] !== r[e]));
	return [
		a.space === t[0] ? o : `${o} of ${aa[a.space].name}`,
		...s ? [`seen by ${s}`] : [],
		...l.map((e) => `${e} ${r[e]}`)
	].join(", ");
}
function fa(e, t, n) {
	let r = {
		...t,
		...n
	};
	return r.method === "raw" && r.space !== "z" ? n.space ? r.method = "pca" : r.space = "z" : ca(r.method) && r.space !== e.maps.spaces[0] ? n.space ? r.method = "pca" : r.space = e.maps.spaces[0] : t.method === "raw" && n.method && (r.space = n.space ?? e.maps.spaces[0]), (r.method !== t.method || r.space !== t.space) && (r.axes = n.axes ?? [0, 1]), r;
}
function pa({ maps: e }, { method: t, settings: n }) {
	let r = e.settings.filter(({ of: e, name: r }) => e.includes(t) && r in n);
	return Object.fromEntries(r.map(({ name: e }) => [e, n[e]]));
}
function K(e, t) {
	let { method: n, space: r, encoder: i, own: a } = t;
	return JSON.stringify([
		n,
		r,
		r === "outputs" ? i : null,
		n === "own" ? a : null,
		pa(e, t)
	]);
}
// src/map/toolbar.ts
var ma = class {
	maps;
	element;
	offers = [];
	method;
	space;
	encoder;
	axes;
	constructor(e, t, n) {
		this.maps = e;
		let { data: r } = e.model;
		this.method = ha("Map", "map-method", (t) => {
			let n = this.offers.find((e) => e.value === t)?.change;
			n && e.choose(n);
		}), this.offer(), this.space = ha("Map of", "map-space", (t) => e.choose({ space: t })), ga(this.space, r.maps.spaces, aa), this.encoder = ha("Encoder", "map-encoder", (t) => e.choose({ encoder: t || null })), this.encoder.append(P("option", { value: "" }, "pixels (PCA)"));
		for (let { run: e, name: t } of r.maps.encoders) this.encoder.append(P("option", { value: e }, t));
		this.axes = [ha("Horizontal axis", "map-across", () => this.turn(0)), ha("Vertical axis", "map-up", () => this.turn(1))], this.element = P("div", { class: "gl-toolbar" }, _a("map", this.method), _a("of", this.space), _a("by", this.encoder), _a("across", this.axes[0]), _a("up", this.axes[1]), P("span", { class: "gl-tools" }, ...this.tools(t, n))), e.on(() => this.draw());
	}
	draw() {
		let { choice: e, flat: t, model: n } = this.maps, { data: r } = n, i = K(r, e);
		this.offer();
		let a = this.offers.find(({ change: t }) => t && K(r, {
			...e,
			...t
		}) === i);
		this.method.value = a?.value ?? "", this.method.title = ia[e.method].about, this.space.value = e.space, this.space.title = aa[e.space].about, this.space.parentElement.hidden = this.space.options.length < 2, this.encoder.value = e.encoder ?? "", this.encoder.title = "How the items are compared: by their pixels, or by the codes that one of your autoencoders gives them.", this.encoder.parentElement.hidden = e.space !== "outputs" || !r.maps.socket || r.maps.encoders.length === 0, this.axes.forEach((n, r) => {
			n.parentElement.hidden = !t, t && (n.replaceChildren(...t.names.map((e, t) => P("option", { value: t }, e))), n.value = String(Math.min(e.axes[r], t.names.length - 1)), n.disabled = t.names.length < 2);
		});
	}
	offer() {
		let { model: e, choice: t } = this.maps, n = la(e.data, t.own !== null);
		if (n.length === this.offers.length) return;
		this.offers = n;
		let r = n.map(({ value: e, name: t, about: n, change: r }) => P("option", {
			value: e,
			title: n,
			disabled: r === null
		}, t));
		this.method.replaceChildren(...r);
	}
	turn(e) {
		let t = this.maps.choice.axes, n = this.axes.map(({ value: e }) => Number(e));
		n[0] === n[1] && (n[1 - e] = t[e]), this.maps.choose({ axes: n });
	}
	tools(e, t) {
		let n = (e, t, n) => P("button", {
			type: "button",
			class: "gl-tool",
			title: t,
			"aria-label": t,
			onclick: n
		}, e), r = n("Pan", "Drag pans the map instead of the point (also: drag with shift or the right button)", () => {
			t.panning = !t.panning, r.setAttribute("aria-pressed", String(t.panning));
		});
		return r.setAttribute("aria-pressed", "false"), [
			n("−", "Zoom out", () => e.zoom(1 / 1.5)),
			n("+", "Zoom in", () => e.zoom(1.5)),
			r,
			n("Fit", "Show all points", () => e.reset())
		];
	}
};
function ha(e, t, n) {
	let r = P("select", {
		title: e,
		"aria-label": e,
		"data-testid": t
	});
	return r.onchange = () => n(r.value), r;
}
function ga(e, t, n) {
	e.append(...t.map((e) => P("option", {
		value: e,
		title: n[e].about
	}, n[e].name)));
}
function _a(e, t) {
	return P("label", { class: "gl-axis" }, P("span", {}, e), t);
}
// src/maps/settings.ts
var va = class {
	settings;
	element;
	inputs = /* @__PURE__ */ new Map();
	constructor(e, t) {
		this.settings = e;
		let n = P("form", { class: "gl-settings" }, ...e.map(({ name: e, label: t, help: n, min: r, max: i }) => {
			let a = P("input", {
				type: "number",
				min: r,
				max: i,
				step: "any",
				required: !0,
				title: n
			});
			a.dataset.testid = `tsne-${e}`;
			let o = P("span", { class: "gl-hint" }, n), s = P("label", { class: "gl-field" }, P("b", {}, t), a, o);
			return this.inputs.set(e, {
				field: s,
				input: a
			}), s;
		}), P("button", {
			type: "submit",
			title: "Make the map with these settings"
		}, "Run"));
		n.onsubmit = (e) => {
			e.preventDefault(), this.close(), t(Object.fromEntries([...this.inputs].map(([e, { input: t }]) => [e, Number(t.value)])));
		};
		let r = P("summary", {
			title: "How the map is made",
			"data-testid": "map-settings"
		}, "Settings");
		this.element = P("details", { class: "gl-disclosure" }, r, n), this.element.onkeydown = (e) => {
			e.key === "Escape" && this.element.open && (e.stopPropagation(), this.close(), r.focus());
		};
	}
	close() {
		this.element.open = !1;
	}
	show(e, t) {
		if (!this.element.open) for (let { name: n, of: r, default: i } of this.settings) {
			let { field: a, input: o } = this.inputs.get(n);
			a.hidden = o.disabled = !r.includes(e), o.value = String(t[n] ?? i);
		}
	}
};
// src/maps/messages.ts
function ya(e, t) {
	let { method: n, space: r, encoder: i } = t, a = {
		space: r,
		n_components: 2,
		encoder: r === "outputs" ? i : null
	};
	return sa(n) ? {
		...pa(e, t),
		...a,
		method: n
	} : {
		...a,
		method: "pca"
	};
}
function ba({ count: e, dim: t, real: n }, r) {
	let [i, a] = [4 * e * t, 4 * n * t], o = i + a + 4 * n;
	if (r.byteLength !== o) throw Error(`A frame of the map is damaged: ${r.byteLength} bytes came, ${o} were announced.`);
	let s = new Float32Array(r, 0, e * t);
	return n === 0 ? {
		coords: s,
		real: null
	} : {
		coords: s,
		real: {
			coords: new Float32Array(r, i, n * t),
			labels: new Int32Array(r, i + a, n)
		}
	};
}
// src/maps/waiting.ts
function xa(e, t, n) {
	if (!sa(t.method) || !n?.map || !["queued", "running"].includes(n.state)) return null;
	let { name: r } = ia[t.method];
	return {
		key: K(e, t),
		map: n.map,
		name: r,
		request: ya(e, t)
	};
}
function Sa({ method: e, state: t, iteration: n, iterations: r }) {
	return !sa(e) || n > 0 || r === 0 && t === "finished";
}
// src/maps/words.ts
function Ca({ state: e, iteration: t, iterations: n, eta_s: r, error: i }, a = "") {
	let o = `iteration ${t} of ${n}`;
	switch (e) {
		case "queued": return a ? `Waiting: ${a}, which you left, is made first.` : "Waiting for a worker: other maps may come first…";
		case "running": return n === 0 ? "Making the map, which may take a minute…" : t === 0 ? "Looking for neighbours…" : `I${o.slice(1)}${r === null ? "" : `, ${wa(r)}`}`;
		case "paused": return `Paused at ${o}.`;
		case "stopped": return `Stopped at ${o}.`;
		case "interrupted": return `Interrupted at ${o}.`;
		case "finished": return n > 0 ? `Finished: ${n} iterations.` : "Finished.";
		case "failed": return i ?? "This map could not be made.";
	}
}
function wa(e) {
	return e < 1 ? "less than a second left" : e < 90 ? `about ${Math.round(e)} s left` : `about ${Math.round(e / 60)} min left`;
}
function Ta(e) {
	return e === null ? "The code is exact; on this map it stands among the codes most like it." : e >= .8 ? "On the data: this sample is close to codes the map was made of." : e >= .3 ? "Near the data: a blend of the codes around it." : e >= .02 ? "Between the data: a guess from codes some way off." : "Far from all data: the map knows nothing of this place.";
}
// src/maps/bar.ts
var Ea = {
	pause: {
		text: "Pause",
		title: "Hold the points where they are",
		when: ["running"]
	},
	resume: {
		text: "Go on",
		title: "Let the points move on",
		when: [
			"paused",
			"stopped",
			"interrupted",
			"failed"
		]
	},
	stop: {
		text: "Stop",
		title: "End here and keep the map as it is",
		when: [
			"queued",
			"running",
			"paused"
		]
	}
}, Da = "Trustworthiness: of the points shown side by side, how many really are neighbours in the space. 1 is best; chance gives about 0.5.", Oa = "kNN accuracy: how often the nearest points on the map are of the same class as the point itself. 1 is best.", ka = class {
	maps;
	map;
	element;
	settings;
	progress = P("progress", {
		max: 1,
		"aria-label": "Progress of the map"
	});
	words = P("span", {
		class: "gl-map-words",
		role: "status",
		"data-testid": "map-state"
	});
	buttons = /* @__PURE__ */ new Map();
	stopLeft;
	figures = P("span", {
		class: "gl-figures",
		"data-testid": "map-figures"
	});
	fog;
	constructor(e, t) {
		this.maps = e, this.map = t, this.settings = new va(e.model.data.maps.settings, (t) => e.choose({ settings: t }));
		for (let [t, { text: n, title: r }] of Object.entries(Ea)) this.buttons.set(t, P("button", {
			type: "button",
			title: r,
			"data-testid": `map-${t}`,
			onclick: () => e.order(t)
		}, n));
		let n = () => e.stopLeft();
		this.stopLeft = P("button", {
			type: "button",
			title: "End the map that was left and keep it as it is, so that the chosen one is made",
			hidden: !0,
			"data-testid": "map-stop-left",
			onclick: n
		}), this.fog = this.check("fog", "Fog", "Fog where the map is unsure: there a sample is a guess from codes far off."), this.element = P("div", { class: "gl-map-bar" }, this.settings.element, ...this.buttons.values(), this.progress, this.words, this.stopLeft, P("span", { class: "gl-map-end" }, this.fog, this.check("samples", "Samples behind", "Decode a grid of places and draw the samples behind the points."), this.figures)), t.element.addEventListener("pointerdown", () => this.settings.close()), e.on(() => this.draw());
	}
	check(e, t, n) {
		let r = P("input", {
			type: "checkbox",
			"data-testid": `map-${e}`,
			checked: this.maps.choice[e]
		});
		return r.onchange = () => this.maps.choose({ [e]: r.checked }), P("label", {
			class: "gl-check",
			title: n
		}, r, t);
	}
	draw() {
		let { choice: e, header: t, problem: n, figures: r, model: i, left: a } = this.maps, o = sa(e.method), s = t?.state ?? "";
		this.map.backdrop.set(e.fog, e.samples), this.settings.element.hidden = !o || !i.data.maps.socket, this.settings.show(e.method, e.settings);
		for (let [n, r] of this.buttons) r.hidden = !o || e.method === "umap" || !t?.map || !Ea[n].when.includes(s);
		this.progress.hidden = !o || !t?.iterations || !["running", "paused"].includes(s), this.progress.value = t && t.iterations > 0 ? t.iteration / t.iterations : 0;
		let c = e.method === "raw" || this.maps.flat || t ? "" : "Making the map…";
		F(this.words, n || (t && o ? Ca(t, a?.name) : c)), this.stopLeft.hidden = !a || s !== "queued", F(this.stopLeft, `Stop ${a?.name ?? ""}`);
		let l = t?.kl ? `KL divergence, what t-SNE makes small: ${I(t.kl, 3)} nats` : "", u = t && !Sa(t) ? "Until this map has places, the one before it is shown" : "";
		this.words.title = l || u, this.fog.hidden = i.plane.exact;
		let d = r && [Aa("Trustworthiness", r.trustworthiness, Da)];
		d && r.knn_accuracy !== null && d.push(Aa("kNN accuracy", r.knn_accuracy, Oa)), this.figures.replaceChildren(...d ?? []);
	}
};
function Aa(e, t, n) {
	return P("span", {
		title: n,
		tabindex: 0
	}, `${e} `, P("b", {}, I(t)));
}
// src/math/inverse.ts
var ja = 1e-9;
function Ma({ squares: e }, t, n) {
	let r = e.map((e) => 1 / (e + ja * n * n)), i = r.length > t ? r[t] : 0, a = Float64Array.from(r.slice(0, t), (e) => e - i), o = a.reduce((e, t) => e + t, 0);
	return o > 0 ? a.map((e) => e / o) : a.fill(1 / a.length);
}
function Na(e, t, n, r, i = !1) {
	let a = new Float64Array(r), o = 0;
	for (let i = 0; i < t.length; i++) {
		let s = 0;
		for (let o = 0, c = e[i] * r; o < r; o++, c++) a[o] += t[i] * n[c], s += n[c] * n[c];
		o += t[i] * Math.sqrt(s);
	}
	let s = Math.hypot(...a), c = i && s > 0 ? o / s : 1;
	return Float32Array.from(a, (e) => e * c);
}
function Pa(e, t) {
	return Math.exp(-e / (3 * t) ** 2);
}
// src/state/codeNeighbors.ts
var Fa = 16, Ia = class {
	table;
	dim;
	of;
	known = /* @__PURE__ */ new WeakMap();
	spacing;
	constructor(e, t, n) {
		this.table = e, this.dim = t, this.of = n;
		let r = e.length / t, i = Array.from({ length: Math.min(r, Fa) }, (n, i) => {
			let a = Math.floor(i * r / Fa) % r;
			return z(e, t, e.subarray(a * t, (a + 1) * t), 2).squares[1] ?? 0;
		}).sort((e, t) => e - t);
		this.spacing = Math.sqrt(i[i.length >> 1] || 1);
	}
	near(e) {
		let t = this.known.get(e);
		if (!t) {
			let n = z(this.table, this.dim, this.of(e), 9);
			t = {
				rows: n.rows,
				weights: Ma(n, 8, this.spacing)
			}, this.known.set(e, t);
		}
		return t;
	}
};
// src/math/linearMap.ts
function La(e) {
	let t = new Float32Array(e * e);
	for (let n = 0; n < e; n++) t[n * e + n] = 1;
	return {
		dim: e,
		k: e,
		mean: new Float32Array(e),
		components: t
	};
}
function Ra(e, t, n) {
	let r = 0;
	for (let i = 0, a = n * e.dim; i < e.dim; i++, a++) r += (t[i] - e.mean[i]) * e.components[a];
	return r;
}
function za(e, t) {
	return Float32Array.from({ length: e.k }, (n, r) => Ra(e, t, r));
}
function Ba(e, t, n) {
	return [Ra(e, t, n[0]), Ra(e, t, n[1])];
}
function Va(e, t, n, r) {
	let [i, a] = [t[0] - Ra(e, n, r[0]), t[1] - Ra(e, n, r[1])], [o, s] = Ha(e, i, a, r), c = new Float32Array(e.dim);
	for (let t = 0, i = r[0] * e.dim, a = r[1] * e.dim; t < e.dim; t++, i++, a++) c[t] = n[t] + o * e.components[i] + s * e.components[a];
	return c;
}
function Ha({ components: e, dim: t }, n, r, i) {
	let [a, o, s] = [
		0,
		0,
		0
	];
	for (let n = 0, r = i[0] * t, c = i[1] * t; n < t; n++, r++, c++) a += e[r] * e[r], o += e[r] * e[c], s += e[c] * e[c];
	let c = a * s - o * o;
	return c <= 1e-12 * a * s ? [a > 0 ? n / a : 0, 0] : [(s * n - o * r) / c, (a * r - o * n) / c];
}
function Ua(e, t, n) {
	let r = 0, i = 0, a = 0;
	for (let o = 0, s = n[0] * e.dim, c = n[1] * e.dim; o < e.dim; o++, s++, c++) r += t[o] * e.components[s] * e.components[s], i += t[o] * e.components[s] * e.components[c], a += t[o] * e.components[c] * e.components[c];
	let o = (r + a) / 2, s = Math.hypot((r - a) / 2, i);
	return {
		major: Math.sqrt(o + s),
		minor: Math.sqrt(Math.max(o - s, 0)),
		angle: s <= 1e-12 * o ? 0 : .5 * Math.atan2(2 * i, r - a)
	};
}
// src/math/normal.ts
function Wa(e) {
	let t = e >>> 0;
	return () => {
		t = t + 1831565813 >>> 0;
		let e = Math.imul(t ^ t >>> 15, t | 1);
		return e ^= e + Math.imul(e ^ e >>> 7, e | 61), ((e ^ e >>> 14) >>> 0) / 4294967296;
	};
}
function Ga(e, t = Math.random) {
	let n = new Float32Array(e);
	for (let r = 0; r < e; r += 2) {
		let i = Math.sqrt(-2 * Math.log(1 - t())), a = 2 * Math.PI * t();
		n[r] = i * Math.cos(a), r + 1 < e && (n[r + 1] = i * Math.sin(a));
	}
	return n;
}
// src/math/parzen.ts
function Ka(e, t, n, r = Math.random) {
	let i = (n) => e.subarray(n * t, (n + 1) * t), a = i(Math.floor(r() * e.length / t)).slice(), { rows: o } = z(e, t, a, 11), s = Ga(o.length, r), c = 1 / Math.sqrt(Math.max(1, o.length - 1));
	return {
		about: a,
		away: a.map((e, t) => t < n ? o.reduce((n, r, a) => n + c * s[a] * (i(r)[t] - e), 0) : 0)
	};
}
// src/state/classes.ts
function q({ latent: e }) {
	return e.dim - e.classes.length;
}
function qa(e, t) {
	return e.latent.classes[t - q(e)] ?? `z ${t + 1}`;
}
function Ja(e, t, n) {
	let r = q(t);
	return e.map((e, t) => t < r ? e : Number(t - r === n));
}
function Ya(e, t) {
	let n = e.subarray(q(t)), r = n.indexOf(1);
	return n.every((e, t) => e === Number(t === r)) ? r : -1;
}
function Xa(e, { mean: t, std: n }, r = Math.random) {
	let { dim: i, classes: a } = e.latent, o = new Float32Array(i);
	Ga(q(e), r).forEach((e, t) => o[t] = n[t] * e);
	let s = Float32Array.from(t);
	return {
		about: a.length > 0 ? Ja(s, e, Math.floor(r() * a.length)) : s,
		away: o
	};
}
function Za(e, t, n = Math.random) {
	let { about: r, away: i } = Ka(t, e.latent.dim, q(e), n), a = r.subarray(q(e));
	return {
		about: Ja(r, e, a.indexOf(Math.max(...a))),
		away: i
	};
}
function Qa({ about: e, away: t }, n) {
	return e.map((e, r) => e + n * t[r]);
}
// src/state/linearPlane.ts
function $a({ map: e }, { coords: t, mean: n, components: r }) {
	return {
		map: {
			dim: e.dim,
			k: e.k,
			mean: n,
			components: r
		},
		coords: t,
		names: to(e.varianceRatio),
		of: "code"
	};
}
function eo(e, { codes: t }) {
	let { latent: n, run: r } = e, i = Array.from({ length: n.dim }, (t, n) => qa(e, n));
	return {
		map: La(n.dim),
		coords: t,
		names: i,
		of: r.family === "gan" ? "z" : "code"
	};
}
function to(e) {
	return e.map((e, t) => `PC ${t + 1} (${Math.round(100 * e)}\u202f%)`);
}
var no = class {
	flat;
	cloud;
	real = null;
	names;
	exact = !0;
	map;
	axes;
	constructor(e, t, n) {
		this.flat = e;
		let { map: r, coords: i, names: a } = e, o = i.length / r.k, s = r.k === 1, c = (e) => Float32Array.from({ length: o }, (t, n) => i[n * r.k + e]);
		this.map = s ? {
			...r,
			k: 2,
			components: [...Array.from(r.components), ...new Float32Array(r.dim)]
		} : r, this.axes = s ? [0, 1] : t;
		let l = s ? Float32Array.from({ length: o }, (e, t) => ro(t)) : c(t[1]);
		this.cloud = {
			xs: c(this.axes[0]),
			ys: l,
			labels: n
		}, this.names = [a[this.axes[0]], s ? null : a[t[1]]];
	}
	place(e) {
		let t = this.flat.of === "z" ? e.z : e.code;
		return t && Ba(this.map, t, this.axes);
	}
	under(e, t) {
		return this.flat.of === "z" ? {
			...t,
			z: Va(this.map, e, t.z, this.axes),
			code: null
		} : t.code && Ai(t, t.code, Va(this.map, e, t.code, this.axes));
	}
	confidence() {
		return 1;
	}
	vouch() {
		return null;
	}
	shadow(e) {
		return Ua(this.map, e, this.axes);
	}
};
function ro(e) {
	return (Math.imul(e + 1, 2654435761) >>> 0) / 4294967296 - .5;
}
// src/math/placeIndex.ts
var io = 3, ao = class {
	xs;
	ys;
	columns;
	lines;
	cell;
	x0;
	y0;
	order;
	starts;
	constructor(e, t) {
		this.xs = e, this.ys = t;
		let [n, r] = oo(e), [i, a] = oo(t), [o, s] = [r - n, a - i], c = Math.max(1, e.length / io);
		this.cell = Math.max(Math.sqrt(o * s / c), Math.max(o, s) / c) || 1, this.columns = Math.floor(o / this.cell) + 1, this.lines = Math.floor(s / this.cell) + 1, [this.x0, this.y0] = [n, i];
		let l = Uint32Array.from(e, (e, n) => this.line(t[n]) * this.columns + this.column(e));
		this.starts = new Uint32Array(this.columns * this.lines + 1);
		for (let e of l) this.starts[e + 1]++;
		for (let e = 0; e < this.columns * this.lines; e++) this.starts[e + 1] += this.starts[e];
		let u = this.starts.slice();
		this.order = new Uint32Array(e.length), l.forEach((e, t) => this.order[u[e]++] = t);
	}
	nearest(e, t, n, r = Infinity) {
		let i = {
			rows: [],
			squares: []
		}, [a, o] = [this.column(e), this.line(t)], s = Math.max(this.columns, this.lines);
		for (let c = 0; c <= s; c++) {
			this.look(a, o, c, e, t, n, i);
			let s = this.reach(a, o, c, e, t);
			if (s > r || i.rows.length === n && i.squares[n - 1] <= s * s) break;
		}
		for (; i.squares.length > 0 && i.squares[i.squares.length - 1] > r * r;) i.squares.pop(), i.rows.pop();
		return i;
	}
	look(e, t, n, r, i, a, o) {
		for (let s = Math.max(t - n, 0); s <= Math.min(t + n, this.lines - 1); s++) {
			let c = Math.abs(s - t) === n || n === 0 ? 1 : 2 * n;
			for (let t = e - n; t <= e + n; t += c) {
				if (t < 0 || t >= this.columns) continue;
				let e = s * this.columns + t;
				for (let t = this.starts[e]; t < this.starts[e + 1]; t++) {
					let e = this.order[t], [n, s] = [this.xs[e] - r, this.ys[e] - i];
					Dr(o, e, n * n + s * s, a);
				}
			}
		}
	}
	reach(e, t, n, r, i) {
		let a = e - n <= 0 ? Infinity : r - (this.x0 + (e - n) * this.cell), o = e + n >= this.columns - 1 ? Infinity : this.x0 + (e + n + 1) * this.cell - r, s = t - n <= 0 ? Infinity : i - (this.y0 + (t - n) * this.cell), c = t + n >= this.lines - 1 ? Infinity : this.y0 + (t + n + 1) * this.cell - i;
		return Math.min(a, o, s, c);
	}
	column(e) {
		return Math.min(Math.max(Math.floor((e - this.x0) / this.cell), 0), this.columns - 1);
	}
	line(e) {
		return Math.min(Math.max(Math.floor((e - this.y0) / this.cell), 0), this.lines - 1);
	}
};
function oo(e) {
	let [t, n] = [Infinity, -Infinity];
	for (let r of e) t = Math.min(t, r), n = Math.max(n, r);
	return t <= n ? [t, n] : [0, 0];
}
// src/state/neighborPlane.ts
var so = class {
	codes;
	cloud;
	real;
	names;
	exact = !1;
	spacing;
	neighbors;
	built = null;
	asked = /* @__PURE__ */ new WeakMap();
	constructor(e, t) {
		this.codes = t, this.cloud = {
			...co(e.coords),
			labels: t.labels
		}, this.real = e.real && {
			...co(e.real.coords),
			labels: e.real.labels
		}, this.names = e.names, this.spacing = e.spacing, this.neighbors = e.neighbors;
	}
	place(e) {
		let t = this.asked.get(e.z);
		if (t || !e.code) return t ?? null;
		let { rows: n, weights: r } = this.codes.neighbors.near(e.code), { xs: i, ys: a } = this.cloud, [o, s] = [0, 0];
		return r.forEach((e, t) => {
			o += e * i[n[t]], s += e * a[n[t]];
		}), [o, s];
	}
	under([e, t]) {
		let { table: n, dim: r, deltaDim: i } = this.codes, a = this.index.nearest(e, t, this.neighbors + 1), o = Ma(a, this.neighbors, this.spacing), s = Na(a.rows, o, n, r, i > 0);
		return this.asked.set(s, [e, t]), i > 0 ? W(s, new Float32Array(i)) : U(s);
	}
	claim({ z: e }, t) {
		this.asked.set(e, t);
	}
	confidence([e, t]) {
		let { squares: n } = this.index.nearest(e, t, 1, 9 * this.spacing);
		return n.length > 0 ? Pa(n[0], this.spacing) : 0;
	}
	vouch({ z: e }) {
		let t = this.asked.get(e);
		return t ? this.confidence(t) : null;
	}
	shadow() {
		return null;
	}
	get index() {
		return this.built ??= new ao(this.cloud.xs, this.cloud.ys);
	}
};
function co(e) {
	let t = e.length / 2;
	return {
		xs: Float32Array.from({ length: t }, (t, n) => e[2 * n]),
		ys: Float32Array.from({ length: t }, (t, n) => e[2 * n + 1])
	};
}
// src/math/axes.ts
var lo = .001, uo = 2e3;
function fo(e, t, n, r) {
	let i = po(e, t), a = mo(e, t, n), o = [a];
	r ? o.push(mo(e, t, r)) : t > 1 && o.push(go(e, t, i, a)), ho(o);
	let s = o.map(() => 0), c = 0;
	for (let n = 0; n < e.length; n += t) {
		let r = o.map(() => 0);
		for (let a = 0; a < t; a++) {
			let t = e[n + a] - i[a];
			c += t * t, o.forEach((e, n) => r[n] += t * e[a]);
		}
		r.forEach((e, t) => s[t] += e * e);
	}
	return {
		mean: Float32Array.from(i),
		components: Float32Array.from(o.flatMap((e) => [...e])),
		shares: s.map((e) => c > 0 ? e / c : 0)
	};
}
function po(e, t, n) {
	let r = new Float64Array(t), i = n ? n.length : e.length / t;
	for (let a = 0; a < i; a++) {
		let i = (n ? n[a] : a) * t;
		for (let n = 0; n < t; n++) r[n] += e[i + n];
	}
	return r.map((e) => e / i);
}
function mo(e, t, [n, r]) {
	if (n.length === 0 || r.length === 0) throw Error("An axis leads from one group to another; one of them is empty. Choose groups with items.");
	let i = po(e, t, n), a = po(e, t, r).map((e, t) => e - i[t]), o = Math.hypot(...a);
	return a.map((e) => o > 1e-12 ? e / o : 0);
}
function ho(e) {
	if (e.some((e) => Math.hypot(...e) === 0)) throw Error("An axis has no direction: its two groups have the same mean code. Choose other groups.");
	if (e.length < 2) return;
	let t = e[0].reduce((t, n, r) => t + n * e[1][r], 0);
	if (1 - t * t < lo ** 2) throw Error("Both axes point the same way and span no plane; choose other groups for one of them.");
}
function go(e, t, n, r) {
	let i = new Float64Array(t * t), a = new Float64Array(t);
	for (let o = 0; o < e.length; o += t) {
		let s = 0;
		for (let i = 0; i < t; i++) s += (a[i] = e[o + i] - n[i]) * r[i];
		for (let e = 0; e < t; e++) a[e] -= s * r[e];
		for (let e = 0; e < t; e++) for (let n = 0; n <= e; n++) i[e * t + n] += a[e] * a[n];
	}
	for (let e = 0; e < t; e++) for (let n = 0; n < e; n++) i[n * t + e] = i[e * t + n];
	let o = _o(Float64Array.from({ length: t }, (e, n) => Math.sqrt(i[n * t + n]) * (1 + n / t)));
	for (let e = 0; e < uo; e++) {
		let e = new Float64Array(t);
		for (let n = 0; n < t; n++) for (let r = 0; r < t; r++) e[n] += i[n * t + r] * o[r];
		let n = _o(e), r = Math.hypot(...n.map((e, t) => e - o[t]));
		if (o = n, r < 1e-10) break;
	}
	let s = vo(o) < 0 ? -1 : 1;
	return o.map((e) => s * e);
}
function _o(e) {
	let t = Math.hypot(...e);
	return e.map((e) => t > 0 ? e / t : 0);
}
function vo(e) {
	let t = 0;
	for (let n = 0; n < e.length; n++) Math.abs(e[n]) > Math.abs(t) && (t = e[n]);
	return t;
}
// src/math/symmetric.ts
var yo = 60;
function bo(e, t) {
	let n = t.length, r = Float64Array.from(e), i = Float64Array.from(t);
	for (let e = 0; e < n; e++) {
		for (let t = 0; t <= e; t++) {
			let i = r[e * n + t];
			for (let a = 0; a < t; a++) i -= r[e * n + a] * r[t * n + a];
			r[e * n + t] = e === t ? Math.sqrt(i) : i / r[t * n + t];
		}
		for (let t = 0; t < e; t++) i[e] -= r[e * n + t] * i[t];
		i[e] /= r[e * n + e];
	}
	for (let e = n - 1; e >= 0; e--) {
		for (let t = e + 1; t < n; t++) i[e] -= r[t * n + e] * i[t];
		i[e] /= r[e * n + e];
	}
	return i;
}
function xo(e, t) {
	let n = Float64Array.from(e), r = Float64Array.from({ length: t * t }, (e, n) => +(n % (t + 1) === 0));
	for (let e = 0; e < yo && So(n, t) > 1e-24; e++) for (let e = 0; e < t - 1; e++) for (let i = e + 1; i < t; i++) Co(n, r, t, e, i);
	let i = Array.from({ length: t }, (e, t) => t).sort((e, r) => n[r * t + r] - n[e * t + e]);
	return {
		values: i.map((e) => n[e * t + e]),
		vectors: i.map((e) => r.slice(e * t, (e + 1) * t))
	};
}
function So(e, t) {
	let [n, r] = [0, 0];
	for (let i = 0; i < e.length; i++) r += e[i] * e[i], i % (t + 1) !== 0 && (n += e[i] * e[i]);
	return r > 0 ? n / r : 0;
}
function Co(e, t, n, r, i) {
	let a = e[r * n + i];
	if (a === 0) return;
	let o = (e[i * n + i] - e[r * n + r]) / (2 * a), s = Math.sign(o || 1) / (Math.abs(o) + Math.hypot(o, 1)), c = 1 / Math.hypot(s, 1), l = s * c;
	for (let t = 0; t < n; t++) {
		let [a, o] = [e[t * n + r], e[t * n + i]];
		e[t * n + r] = c * a - l * o, e[t * n + i] = l * a + c * o;
	}
	for (let a of [e, t]) for (let e = 0; e < n; e++) {
		let [t, o] = [a[r * n + e], a[i * n + e]];
		a[r * n + e] = c * t - l * o, a[i * n + e] = l * t + c * o;
	}
}
// src/math/lda.ts
var wo = 1e-6, To = 10;
function Eo(e, t, n) {
	let r = Do(e, t, n), i = r.reduce((e, { count: t }) => e + t, 0);
	if (r.length < 2 || i <= r.length) throw Error(`Axes that part classes need two classes or more and more items than classes, got ${r.length} classes among ${i} labelled items; choose groups instead.`);
	let a = new Float64Array(t);
	for (let e of r) for (let n = 0; n < t; n++) a[n] += e.mean[n] * e.count / i;
	let o = ko(Oo(e, t, n, r, i - r.length), t), s = r.map((e) => Ao(o, e.mean.map((t, n) => (t - a[n]) * Math.sqrt(e.count / i)))), c = s.length, { values: l, vectors: u } = xo(Float64Array.from({ length: c * c }, (e, t) => Mo(s[Math.floor(t / c)], s[t % c])), c), d = Math.min(To, c - 1, t), f = l.reduce((e, t) => e + Math.max(t, 0), 0), p = new Float32Array(d * t);
	for (let e = 0; e < d; e++) {
		let n = new Float64Array(t);
		u[e].forEach((e, t) => s[t].forEach((t, r) => n[r] += e * t));
		let r = Math.hypot(...n) || 1, i = jo(o, n.map((e) => e / r)), a = vo(i) < 0 ? -1 : 1;
		i.forEach((n, r) => p[e * t + r] = a * n);
	}
	let m = l.slice(0, d).map((e) => f > 0 ? Math.max(e, 0) / f : 0);
	return {
		mean: Float32Array.from(a),
		components: p,
		shares: m
	};
}
function Do(e, t, n) {
	let r = /* @__PURE__ */ new Map();
	n.forEach((n, i) => {
		if (n < 0) return;
		let a = r.get(n);
		a || r.set(n, a = {
			label: n,
			count: 0,
			mean: new Float64Array(t)
		}), a.count++;
		for (let n = 0; n < t; n++) a.mean[n] += e[i * t + n];
	});
	let i = [...r.values()].sort((e, t) => e.label - t.label);
	for (let e of i) e.mean = e.mean.map((t) => t / e.count);
	return i;
}
function Oo(e, t, n, r, i) {
	let a = new Float64Array(t * t), o = new Map(r.map((e) => [e.label, e.mean])), s = new Float64Array(t);
	n.forEach((n, r) => {
		let c = o.get(n);
		if (c) {
			for (let n = 0; n < t; n++) s[n] = e[r * t + n] - c[n];
			for (let e = 0; e < t; e++) for (let n = 0; n <= e; n++) a[e * t + n] += s[e] * s[n] / i;
		}
	});
	let c = 0;
	for (let e = 0; e < t; e++) c += a[e * t + e];
	for (let e = 0; e < t; e++) a[e * t + e] += wo * Math.max(c / t, 1e-12);
	return a;
}
function ko(e, t) {
	let n = e.slice();
	for (let e = 0; e < t; e++) for (let r = 0; r <= e; r++) {
		let i = n[e * t + r];
		for (let a = 0; a < r; a++) i -= n[e * t + a] * n[r * t + a];
		n[e * t + r] = e === r ? Math.sqrt(i) : i / n[r * t + r];
	}
	return n;
}
function Ao(e, t) {
	let n = t.length, r = t.slice();
	for (let t = 0; t < n; t++) {
		for (let i = 0; i < t; i++) r[t] -= e[t * n + i] * r[i];
		r[t] /= e[t * n + t];
	}
	return r;
}
function jo(e, t) {
	let n = t.length, r = t.slice();
	for (let t = n - 1; t >= 0; t--) {
		for (let i = t + 1; i < n; i++) r[t] -= e[i * n + t] * r[i];
		r[t] /= e[t * n + t];
	}
	return r;
}
function Mo(e, t) {
	let n = 0;
	for (let r = 0; r < e.length; r++) n += e[r] * t[r];
	return n;
}
// src/maps/laid.ts
var No = 1024, Po = /* @__PURE__ */ new WeakMap();
function Fo(e) {
	if (!e.isGan) return Promise.resolve(e.arrays.codes);
	let t = Po.get(e);
	return t || (t = Io(e), Po.set(e, t), t.catch(() => Po.delete(e))), t;
}
async function Io({ data: e, arrays: t, engine: n }) {
	let { enter: r } = n;
	if (!r) throw Error("This GAN's first activations cannot be worked out here, so no axes can be laid in them.");
	let { latent: i, map: a, points: o } = e, s = new Float32Array(o.count * a.dim);
	for (let e = 0; e < o.count; e += No) {
		let n = t.codes.slice(e * i.dim, (e + No) * i.dim);
		s.set(await r(n, n.length / i.dim), e * a.dim);
	}
	return s;
}
async function Lo(e, { method: t, own: n }) {
	let { dim: r } = e.data.map, i = await Fo(e);
	if (t === "own" && n) {
		let e = {
			dim: r,
			k: n.components.length,
			mean: n.mean,
			components: n.components.flat()
		};
		return {
			map: e,
			coords: Ro(e, i),
			names: n.names,
			of: "code"
		};
	}
	let { labels: a } = e.arrays;
	if (!a) throw Error("These data have no classes to part; lay axes between groups with the tool Axes.");
	let { mean: o, components: s, shares: c } = Eo(i, r, a), l = {
		dim: r,
		k: c.length,
		mean: o,
		components: s
	}, u = c.map((e, t) => `LD ${t + 1} (${Math.round(100 * e)}\u202f%)`);
	return {
		map: l,
		coords: Ro(l, i),
		names: u,
		of: "code"
	};
}
function Ro(e, t) {
	let n = t.length / e.dim, r = new Float32Array(n * e.k);
	for (let i = 0; i < n; i++) r.set(za(e, t.subarray(i * e.dim, (i + 1) * e.dim)), i * e.k);
	return r;
}
// src/data/line.ts
var zo = 500, Bo = 1e4, Vo = 1e3, Ho = 1008, Uo = class {
	path;
	listener;
	socket = null;
	timer = 0;
	waitMs = zo;
	constructor(e, t) {
		this.path = e, this.listener = t, this.connect();
	}
	say(e) {
		this.socket?.readyState === WebSocket.OPEN && this.socket.send(JSON.stringify(e));
	}
	close() {
		clearTimeout(this.timer), this.socket &&= (this.socket.onopen = this.socket.onmessage = this.socket.onclose = null, this.socket.close(), null);
	}
	connect() {
		let e = new URL(this.path, location.href);
		e.protocol = e.protocol.replace("http", "ws");
		let t = new WebSocket(e);
		t.binaryType = "arraybuffer", t.onopen = () => this.listener.opened?.(), t.onmessage = ({ data: e }) => {
			this.waitMs = zo, this.listener.heard(e);
		}, t.onclose = ({ code: e }) => {
			if (this.socket = null, e === Vo || e === Ho) return this.listener.closed();
			this.listener.lost(this.waitMs), this.timer = window.setTimeout(() => this.connect(), this.waitMs), this.waitMs = Math.min(2 * this.waitMs, Bo);
		}, this.socket = t;
	}
}, Wo = class {
	listener;
	line;
	wanted = null;
	header = null;
	constructor(e, t) {
		this.listener = t, this.line = new Uo(e, {
			opened: () => this.wanted && this.line.say({ open: this.wanted }),
			heard: (e) => this.hear(e),
			lost: (e) => {
				this.header = null, t.failed(`The connection to the server was lost; trying again in ${e / 1e3} s.`);
			},
			closed: () => {}
		});
	}
	open(e) {
		this.wanted = e, this.header = null, this.line.say({ open: e });
	}
	order(e) {
		this.line.say({ order: e });
	}
	stop(e) {
		this.line.say({ open: e }), this.order("stop"), this.wanted && this.line.say({ open: this.wanted });
	}
	close() {
		this.line.close();
	}
	hear(e) {
		try {
			if (typeof e == "string") {
				let t = JSON.parse(e);
				this.header = t.bytes > 0 ? t : null, this.header || this.listener.map(t, null);
			} else if (this.header) {
				let { header: t } = this;
				this.header = null, this.listener.map(t, ba(t, e));
			}
		} catch (e) {
			this.listener.failed(e.message);
		}
	}
}, Go = 1200, Ko = class {
	model;
	tell;
	choice;
	header = null;
	problem = "";
	left = null;
	flat;
	codes;
	socket = null;
	shown = "";
	timer = 0;
	listeners = /* @__PURE__ */ new Set();
	constructor(e, t) {
		this.model = e, this.tell = t;
		let { data: n, arrays: r } = e;
		this.choice = oa(n), this.flat = $a(n, r), this.codes = qo(n, e);
		let { chosen: i } = n.maps;
		i && Jo(n, i) && (this.choice = i);
	}
	on(e) {
		return this.listeners.add(e), () => this.listeners.delete(e);
	}
	begin() {
		this.open();
	}
	choose(e) {
		let { data: t } = this.model, n = K(t, this.choice), r = xa(t, this.choice, this.header);
		this.choice = fa(t, this.choice, e), this.tell(this.choice);
		let i = K(t, this.choice);
		i === n ? e.axes && this.showFlat() : (this.left ??= r, this.left?.key === i && (this.left = null), this.open()), this.report();
	}
	order(e) {
		this.socket?.order(e);
	}
	stopLeft() {
		this.left && this.socket?.stop(this.left.request);
	}
	close() {
		clearTimeout(this.timer), this.socket?.close();
	}
	get awaited() {
		return this.flat === null && this.shown === "";
	}
	get figures() {
		return this.header?.figures ?? null;
	}
	get isOwn() {
		return this.choice.method === "pca" && this.choice.space === this.model.data.maps.spaces[0];
	}
	open() {
		let { data: e, arrays: t } = this.model;
		this.header = null, this.problem = this.shown = "", this.flat = this.choice.method === "raw" ? eo(e, t) : this.isOwn ? $a(e, t) : null, this.flat && this.showFlat(), clearTimeout(this.timer), this.isOwn ? this.timer = window.setTimeout(() => this.ask(), Go) : ca(this.choice.method) ? this.lay() : this.choice.method !== "raw" && this.ask(), this.report();
	}
	async lay() {
		let e = K(this.model.data, this.choice), t = () => K(this.model.data, this.choice) === e;
		try {
			let e = await Lo(this.model, this.choice);
			if (!t()) return;
			this.flat = e, this.showFlat();
		} catch (e) {
			t() && (this.problem = e.message);
		}
		this.report();
	}
	ask() {
		let e = this.model.data.maps.socket;
		if (!e) return void this.load();
		this.socket ??= new Wo(e, {
			map: (e, t) => this.heard(e, t),
			failed: (e) => {
				this.problem = e, this.report();
			}
		}), this.socket.open(ya(this.model.data, this.choice));
	}
	async load() {
		let { data: e } = this.model, t = K(e, this.choice), n = e.maps.kept.find((n) => K(e, {
			...this.choice,
			...ua(n)
		}) === t);
		if (n) try {
			let i = ba(n.header, await r(n.url, "map"));
			K(e, this.choice) === t && this.heard(n.header, i);
		} catch (e) {
			this.problem = e.message, this.report();
		}
	}
	heard(e, t) {
		let { method: n, space: r } = this.choice;
		(e.map === "" || e.method === n && e.space === r) && (this.left && e.map === this.left.map || (this.header = e, this.problem = e.error ?? "", sa(n) && e.state !== "queued" && (this.left = null), t && !this.isOwn && Sa(e) && this.show(e, t), this.report()));
	}
	show(e, { coords: t, real: n }) {
		let { model: r, choice: i } = this, { points: a, latent: o } = r.data;
		if (e.count !== a.count || e.dim !== 2) {
			this.problem = `The map is of ${e.count} rows, the view of ${a.count}; reload the page.`;
			return;
		}
		if (i.space === "z" && e.linear) {
			let { mean: n, components: r } = e.linear, i = {
				dim: o.dim,
				k: r.length,
				mean: n,
				components: r.flat()
			};
			return this.flat = {
				map: i,
				coords: t,
				names: r.map((e, t) => `PC ${t + 1}`),
				of: "z"
			}, this.showFlat();
		}
		let s = sa(i.method) ? ia[i.method].name : "PC", c = {
			coords: t,
			spacing: e.spacing ?? 1,
			neighbors: e.n_neighbors,
			names: [`${s} 1`, `${s} 2`],
			real: n
		}, l = this.shown === e.map;
		this.shown = e.map, r.show(new so(c, this.codes), l ? "moved" : "plane");
	}
	showFlat() {
		let { flat: e, choice: t, model: n } = this;
		if (!e) return;
		let [r, i] = t.axes, { k: a } = e.map, o = r < a && i < a && r !== i ? t.axes : [0, Math.min(1, a - 1)];
		n.show(new no(e, o, n.arrays.labels), "plane");
	}
	report() {
		for (let e of this.listeners) e();
	}
};
function qo({ latent: e, map: t }, { arrays: n, isGan: r, deltaDim: i }) {
	let { coords: a, mean: o, components: s, codes: c, labels: l } = n, u = {
		dim: t.dim,
		k: t.k,
		mean: o,
		components: s
	}, d = r ? new Ia(a, t.k, (e) => za(u, e)) : new Ia(c, e.dim, (e) => e);
	return {
		table: c,
		dim: e.dim,
		labels: l,
		deltaDim: i,
		neighbors: d
	};
}
function Jo(e, { method: t, space: n, encoder: r, own: i }) {
	let a = r === null || e.maps.encoders.some(({ run: e }) => e === r);
	return la(e, i !== null && i.mean.length === e.map.dim).some(({ change: e }) => e?.method === t) && e.maps.spaces.includes(n) && a;
}
// src/item/ink.ts
function Yo(e, t) {
	let [n, r, i] = t.shape, a = n * r * i, o = (t.min + t.max) / 2, s = Math.min(Math.floor(e.length / a), 256), c = 0;
	for (let t = 0; t < s; t++) c += e[t * a] + e[t * a + i - 1];
	let l = s > 0 && c / (2 * s) > o, u = t.min + (l ? .7 : .3) * (t.max - t.min), d = [];
	for (let t = 0; t < s; t++) {
		let n = Qo(e.subarray(t * a, t * a + r * i), i, r, (e) => l ? e < u : e > u);
		n && d.push(Math.max((n.x1 - n.x0) / i, (n.y1 - n.y0) / r));
	}
	return d.sort((e, t) => e - t), {
		extent: d[d.length >> 1] ?? .75,
		inverted: l
	};
}
function Xo(e, t, n, r) {
	let [i, a, o] = n.shape, s = Qo(e, t, t, (e) => e > .1);
	if (!s) return null;
	let c = Math.max((s.x1 - s.x0) / o, (s.y1 - s.y0) / a), l = r.extent / c, [u, d, f] = [
		0,
		0,
		0
	];
	for (let n = s.y0; n < s.y1; n++) for (let r = s.x0; r < s.x1; r++) {
		let i = e[n * t + r];
		u += i, d += i * (r + .5), f += i * (n + .5);
	}
	let p = (e, t, n, r) => Math.min(Math.max(e / 2 - l * t, -l * n), e - l * r), m = p(o, d / u, s.x0, s.x1), h = p(a, f / u, s.y0, s.y1), g = new Float32Array(i * a * o);
	for (let s = 0; s < a; s++) for (let c = 0; c < o; c++) {
		let u = Zo(e, t, (c - m) / l, (s - h) / l, 1 / l), d = r.inverted ? 1 - u : u;
		for (let e = 0; e < i; e++) g[e * a * o + s * o + c] = n.min + d * (n.max - n.min);
	}
	return g;
}
function Zo(e, t, n, r, i) {
	let a = 0;
	for (let o = 0; o < 8; o++) {
		let s = Math.floor(r + (o + .5) / 8 * i);
		if (!(s < 0 || s >= t)) for (let r = 0; r < 8; r++) {
			let o = Math.floor(n + (r + .5) / 8 * i);
			o >= 0 && o < t && (a += e[s * t + o]);
		}
	}
	return a / 64;
}
function Qo(e, t, n, r) {
	let i = {
		x0: t,
		x1: 0,
		y0: n,
		y1: 0
	};
	for (let a = 0; a < n; a++) for (let n = 0; n < t; n++) r(e[a * t + n]) && (i.x0 = Math.min(i.x0, n), i.x1 = Math.max(i.x1, n + 1), i.y0 = Math.min(i.y0, a), i.y1 = a + 1);
	return i.x1 > 0 ? i : null;
}
function $o(e, t, n) {
	let [r, i, a] = t.shape, o = i * a, s = new Float32Array(r * o);
	for (let i = 0; i < o; i++) {
		let [a, c, l] = [
			e[4 * i],
			e[4 * i + 1],
			e[4 * i + 2]
		].map((e) => (n ? 255 - e : e) / 255), u = .299 * a + .587 * c + .114 * l, d = r >= 3 ? [
			a,
			c,
			l
		] : [u];
		for (let e = 0; e < r; e++) s[e * o + i] = t.min + (d[e] ?? 1) * (t.max - t.min);
	}
	return s;
}
// src/item/strokes.ts
var J = 224, es = .7 * J, ts = .05, ns = class {
	strokes = [];
	context = new OffscreenCanvas(J, J).getContext("2d", { willReadFrequently: !0 });
	begin(e) {
		this.strokes.push({
			width: e,
			points: []
		});
	}
	add(e) {
		this.strokes.at(-1)?.points.push(e);
	}
	clear() {
		this.strokes = [];
	}
	ink(e) {
		let { context: t } = this, n = this.strokes.flatMap((e) => e.points), r = (e) => {
			let t = n.map((t) => t[e]);
			return [Math.min(...t), Math.max(...t)];
		}, [[i, a], [o, s]] = [r(0), r(1)], c = es / Math.max(a - i, s - o, ts);
		t.setTransform(1, 0, 0, 1, 0, 0), t.fillStyle = "#000", t.fillRect(0, 0, J, J), t.translate(J / 2, J / 2), t.strokeStyle = "#fff", t.lineCap = t.lineJoin = "round";
		for (let { width: n, points: r } of this.strokes) {
			t.lineWidth = es * n / Math.max(e - n, .3), t.beginPath();
			for (let [e, n] of r.slice(0, 1).concat(r)) t.lineTo(c * (e - (i + a) / 2), c * (n - (o + s) / 2));
			t.stroke();
		}
		let { data: l } = t.getImageData(0, 0, J, J);
		return {
			ink: Float32Array.from({ length: 50176 }, (e, t) => l[4 * t] / 255),
			side: J
		};
	}
}, rs = class {
	sheet;
	changed;
	failed;
	controls;
	bitmap = null;
	invert = P("input", {
		type: "checkbox",
		"data-testid": "invert"
	});
	invertLabel;
	constructor(e, t, n) {
		this.sheet = e, this.changed = t, this.failed = n;
		let r = P("input", {
			type: "file",
			accept: "image/*",
			hidden: !0,
			"data-testid": "picture"
		});
		r.onchange = () => void this.open(r.files?.[0]).finally(() => r.value = "");
		let i = P("button", {
			type: "button",
			title: "Take a picture file instead of a drawing",
			onclick: () => r.click()
		}, "Picture…");
		this.invertLabel = P("label", {
			class: "gl-check",
			title: "Swap dark and bright",
			hidden: !0
		}, this.invert, "Invert"), this.invert.onchange = () => this.show(), this.controls = [
			i,
			r,
			this.invertLabel
		], e.addEventListener("dragover", (t) => {
			t.preventDefault(), e.classList.add("gl-over");
		}), e.addEventListener("dragleave", () => e.classList.remove("gl-over")), e.addEventListener("drop", (t) => {
			t.preventDefault(), e.classList.remove("gl-over"), this.open(t.dataTransfer?.files[0]);
		});
	}
	get present() {
		return this.bitmap !== null;
	}
	get inverted() {
		return this.invert.checked;
	}
	forget() {
		this.bitmap = null, this.invertLabel.hidden = !0;
	}
	resized(e, t) {
		let n = new OffscreenCanvas(e, t).getContext("2d");
		return this.fit(n, e, t, this.invert.checked ? "#fff" : "#000"), n.getImageData(0, 0, e, t).data;
	}
	async open(e) {
		if (e) {
			try {
				this.bitmap = await createImageBitmap(e);
			} catch {
				this.failed(/* @__PURE__ */ Error(`'${e.name}' could not be read as a picture; PNG, JPEG, GIF and WebP are.`));
				return;
			}
			this.invert.checked = !1, this.invert.checked = this.paperIsBright(), this.invertLabel.hidden = !1, this.show();
		}
	}
	show() {
		let e = this.sheet.getContext("2d");
		e.filter = this.invert.checked ? "invert(1)" : "none", this.fit(e, this.sheet.width, this.sheet.height, this.invert.checked ? "#fff" : "#000"), e.filter = "none", this.changed();
	}
	fit(e, t, n, r) {
		let i = this.bitmap, a = Math.min(t / i.width, n / i.height), [o, s] = [i.width * a, i.height * a];
		e.fillStyle = r, e.fillRect(0, 0, t, n), e.imageSmoothingQuality = "high", e.drawImage(i, (t - o) / 2, (n - s) / 2, o, s);
	}
	paperIsBright() {
		let e = this.resized(16, 16), t = 0;
		for (let n = 0; n < 16; n++) for (let r of [
			n,
			240 + n,
			16 * n,
			16 * n + 15
		]) t += e[4 * r];
		return t / 64 > 127;
	}
}, Y = 224, is = class {
	item;
	changed;
	cleared;
	element;
	pen;
	controls;
	width;
	canvas;
	context;
	strokes = new ns();
	picture;
	style = {
		extent: .75,
		inverted: !1
	};
	last = null;
	constructor(e, t, n, r, i, a) {
		this.item = e, this.changed = r, this.cleared = i, this.canvas = P("canvas", {
			class: "gl-draw",
			width: Y,
			height: Y,
			"data-testid": n
		}), this.context = this.canvas.getContext("2d"), this.element = P("div", { class: "gl-sheet" }, this.canvas);
		let o = e.shape[1] <= 12, s = "Pen width", c = o ? 32 : 20;
		this.width = P("input", {
			type: "range",
			min: 8,
			max: 48,
			value: c,
			title: s,
			"aria-label": s
		}), this.pen = P("label", {
			class: "gl-pen",
			title: s
		}, "Pen", this.width), this.picture = new rs(this.canvas, () => this.touched(!0), a), this.canvas.setAttribute("aria-label", "Drawing sheet: draw with mouse or finger, or drop a picture"), this.canvas.title = "Draw here with mouse or finger, or drop a picture";
		let l = P("button", {
			type: "button",
			title: "Wipe the sheet",
			onclick: () => this.clear()
		}, "Clear");
		l.dataset.testid = `${n}-clear`, this.controls = [l, ...this.picture.controls], this.listen(), this.wipe(), t.block(0).then((t) => this.style = Yo(t, e), () => {});
	}
	read() {
		let { item: e } = this;
		if (this.picture.present) {
			let [, t, n] = e.shape;
			return $o(this.picture.resized(n, t), e, this.picture.inverted);
		}
		let { ink: t, side: n } = this.strokes.ink(this.style.extent);
		return Xo(t, n, e, this.style);
	}
	clear() {
		this.picture.forget(), this.wipe(), this.cleared();
	}
	touched(e) {
		delete this.element.dataset.empty, this.changed(e);
	}
	wipe() {
		this.element.dataset.empty = "", this.strokes.clear(), this.context.fillStyle = "#000", this.context.fillRect(0, 0, Y, Y);
	}
	listen() {
		let { canvas: e } = this, t = (t) => {
			let n = e.getBoundingClientRect();
			return [(t.clientX - n.left) / n.width * Y, (t.clientY - n.top) / n.height * Y];
		};
		e.addEventListener("pointerdown", (n) => {
			n.button > 0 || (this.picture.present && this.clear(), e.setPointerCapture(n.pointerId), this.last = t(n), this.strokes.begin(Number(this.width.value) / Y), this.stroke(this.last));
		}), e.addEventListener("pointermove", (e) => {
			if (this.last) {
				for (let n of e.getCoalescedEvents?.() ?? []) this.stroke(t(n));
				this.stroke(t(e));
			}
		});
		let n = () => {
			this.last && (this.last = null, this.touched(!0));
		};
		e.addEventListener("pointerup", n), e.addEventListener("pointercancel", n);
	}
	stroke(e) {
		let { context: t } = this;
		t.strokeStyle = "#fff", t.lineWidth = Number(this.width.value), t.lineCap = t.lineJoin = "round", t.beginPath(), t.moveTo(...this.last), t.lineTo(...e), t.stroke(), this.last = e, this.strokes.add([e[0] / Y, e[1] / Y]), this.touched(!1);
	}
}, as = class {
	model;
	painter;
	request;
	element;
	sheet;
	seen = P("canvas", {
		class: "gl-thumb",
		title: "What the model sees",
		role: "img",
		hidden: !0
	});
	lane;
	dirty = !1;
	ended = !1;
	constructor(e, t, n, r, i) {
		this.model = e, this.painter = t, this.request = r;
		let a = e.engine.encode;
		this.lane = new R(async (e) => (await a(e, 1)).mu, (e) => this.placed(e), i);
		let o = (e) => this.changed(e);
		this.sheet = new is(e.data.item, n, "draw", o, () => this.cleared(), i), this.seen.setAttribute("aria-label", "What the model sees"), this.element = P("section", { class: "gl-panel gl-draw-panel" }, P("div", { class: "gl-draw-head" }, P("h3", {}, "Draw"), this.sheet.pen), this.sheet.element, P("div", { class: "gl-draw-tools" }, this.seen, ...this.sheet.controls));
	}
	draw() {
		if (!this.dirty) return;
		this.dirty = !1;
		let e = this.sheet.read();
		e && (this.painter.paint(this.seen, e, 0, 30), this.seen.hidden = !1, this.lane.ask(e));
	}
	clear() {
		this.sheet.clear();
	}
	close() {
		this.lane.close();
	}
	placed(e) {
		let t = this.model.pure(e.slice());
		this.ended && !this.dirty ? this.model.settle(t, "draw") : this.model.visit(t);
	}
	changed(e) {
		this.dirty = !0, this.ended = e, this.request();
	}
	cleared() {
		this.seen.hidden = !0, this.dirty = !1;
	}
}, os = 88;
function ss(e, t, n, r, i) {
	let a = t < r / 2;
	return {
		across: e < n / 2 ? "right" : "left",
		up: a === i ? "top" : "bottom"
	};
}
var cs = class {
	model;
	view;
	painter;
	card;
	element;
	canvas = P("canvas", { role: "img" });
	resizing;
	onScreen = !1;
	sample = null;
	constructor(e, t, n, r) {
		this.model = e, this.view = t, this.painter = n, this.card = r, this.element = P("div", {
			class: "gl-inset",
			hidden: !0,
			"data-testid": "sample-inset"
		}, this.canvas), e.on((e) => {
			(e === "view" || e === "settled") && (this.element.hidden = !1), e === "hover" && this.keepClear();
		}), this.resizing = new ResizeObserver(() => {
			this.onScreen = this.element.clientWidth > 0, this.draw();
		}), this.resizing.observe(this.element);
	}
	show(e) {
		this.sample = e, this.draw();
	}
	close() {
		this.resizing.disconnect();
	}
	draw() {
		let { sample: e, painter: t, model: n } = this;
		if (!e || !this.onScreen) return;
		t.paint(this.canvas, e.x, 0, os);
		let r = n.live ? "under your hand" : "at the settled point";
		this.canvas.setAttribute("aria-label", `Decoded sample ${r}: ${t.describe(e.x)}`), this.keepClear();
	}
	keepClear() {
		let { model: e, view: t } = this, n = this.sample && e.plane.place(this.sample.point);
		if (!n || !this.onScreen) return;
		let [r, i] = t.toScreen(...n), { across: a, up: o } = ss(r, i, t.width, t.height, !this.card.hidden);
		Object.assign(this.element.dataset, {
			across: a,
			up: o
		});
	}
}, ls = 260, us = 72, ds = 760, fs = {
	text: "sample",
	title: "What the generator makes of this z"
}, ps = {
	text: "original",
	title: "The item x as it is in the data"
}, ms = {
	text: "its copy (from\xA0μ)",
	title: "x̂: the encoder makes a code μ of the item, and the decoder makes this of μ"
}, hs = {
	text: "another copy (from\xA0a drawn\xA0z)",
	title: "For a VAE a code is a cloud, not one place: this is decoded from a z drawn from it, anew a few times a second"
}, gs = "diamond: the z drawn from there", _s = `Ellipses: where the code may lie, 1 and 2 \u03c3; ${gs}`, vs = class {
	model;
	map;
	painter;
	items;
	request;
	failed;
	element;
	title = P("b", {});
	marks = P("p", {
		class: "gl-card-marks",
		hidden: !0
	});
	canvases;
	lane;
	timer = 0;
	constructor(e, t, n, r, i, a) {
		this.model = e, this.map = t, this.painter = n, this.items = r, this.request = i, this.failed = a;
		let o = e.data.points.logvar ? [hs] : [], s = e.isGan ? [fs] : [
			...r.given ? [ps] : [],
			ms,
			...o
		];
		this.canvases = s.map(() => P("canvas"));
		let c = s.map(({ text: e, title: t }, n) => P("figure", { title: t }, this.canvases[n], P("figcaption", {}, e)));
		this.element = P("div", {
			class: "gl-card",
			hidden: !0,
			"data-testid": "item-card"
		}, this.title, P("div", { class: "gl-card-items" }, ...c), this.marks), this.lane = new R(async ({ row: t, codes: n }) => {
			let r = n[0].length, i = new Float32Array(n.length * r);
			return n.forEach((e, t) => i.set(e, t * r)), {
				row: t,
				x: await e.engine.decoder.decode(i, n.length)
			};
		}, ({ row: e, x: t }) => this.reconstructed(e, t), a), e.on((e) => e === "hover" && this.hovered());
	}
	close() {
		clearInterval(this.timer), this.lane.close();
	}
	hovered() {
		let e = this.model.hoverRow;
		if (clearInterval(this.timer), this.map.posterior = null, this.marks.hidden = !0, this.element.hidden = e < 0, e < 0) return;
		let { labelNames: t } = this.model.data.points, n = t[this.model.arrays.labels?.[e] ?? -1];
		F(this.title, `${this.model.isGan ? "Sample" : "Data item"} no. ${e}${n ? `, class ${n}` : ""}`), this.element.dataset.row = String(e), this.keepClear(e), this.show(e).catch(this.failed);
	}
	keepClear(e) {
		let { xs: t, ys: n } = this.map.cloud, { view: r } = this.map, [i, a] = r.toScreen(t[e], n[e]), o = i > r.width / 2, s = r.width < ds && a < r.height / 2, { style: c } = this.element;
		[c.left, c.right] = o ? ["8px", "auto"] : ["auto", "8px"], [c.top, c.bottom] = s ? ["auto", "26px"] : ["28px", "auto"];
	}
	async show(e) {
		let { model: t } = this, n = this.items.peek(e) ?? await this.items.item(e);
		if (t.hoverRow !== e || (this.painter.paint(this.canvases[0], n, 0, us), this.element.dataset.shown = String(e), t.isGan || !this.items.given)) return;
		let r = t.item(e).z, { logvar: a, count: o } = t.data.points;
		if (!a) return this.lane.ask({
			row: e,
			codes: [r]
		});
		let s = q(t.data), c = await i(a, o * s, "variances");
		if (t.hoverRow !== e) return;
		let l = new Float32Array(r.length);
		l.set(c.subarray(e * s, (e + 1) * s).map(Math.exp));
		let u = t.plane.shadow(l);
		this.map.posterior = {
			ellipse: u,
			draw: null
		}, F(this.marks, u ? _s : `D${gs.slice(1)}`), this.marks.hidden = !1;
		let d = () => {
			let n = Ga(r.length).map((e, t) => r[t] + Math.sqrt(l[t]) * e);
			this.map.posterior && (this.map.posterior.draw = t.plane.place(U(n))), this.lane.ask({
				row: e,
				codes: [r, n]
			});
		};
		d(), this.timer = window.setInterval(d, ls);
	}
	reconstructed(e, t) {
		if (this.model.hoverRow !== e) return;
		let n = this.items.size;
		for (let e = 0; (e + 1) * n <= t.length; e++) this.painter.paint(this.canvases[e + 1], t, e * n, us);
		this.request();
	}
}, ys = 3, bs = "course", xs = class {
	model;
	painter;
	request;
	element;
	slider;
	play;
	loop = P("input", {
		type: "checkbox",
		"data-testid": "loop"
	});
	kind;
	course = P("option", {
		value: bs,
		hidden: !0
	}, "as chosen in Ways");
	pinButtons;
	steps;
	strip;
	hint;
	lane;
	playing = null;
	constructor(e, t, n, r) {
		this.model = e, this.painter = t, this.request = n;
		let { pins: i } = e;
		this.lane = new R((t) => e.engine.batch(t), (e) => this.paint(e), r), this.pinButtons = {
			a: this.pinButton("a"),
			b: this.pinButton("b")
		}, this.slider = P("input", {
			type: "range",
			min: 0,
			max: 1,
			step: .001,
			value: 0,
			title: "Where on the way from A to B",
			"aria-label": "Path from A to B",
			"data-testid": "path-slider",
			onpointerdown: () => this.goTo(Number(this.slider.value)),
			onpointerup: () => this.settleAt(Number(this.slider.value)),
			oninput: () => this.goTo(Number(this.slider.value)),
			onchange: () => this.settleAt(Number(this.slider.value))
		}), this.play = P("button", {
			type: "button",
			"data-testid": "play",
			onclick: () => this.toggle()
		}, "Play"), this.play.title = "Play the way from A to B (space)";
		let a = "Lerp goes straight; slerp goes along the sphere, as codes of a Gaussian prior lie near one", o = (e, t) => P("option", {
			value: e,
			selected: e === i.kind
		}, t);
		this.kind = P("select", {
			title: a,
			"aria-label": a,
			"data-testid": "path-kind",
			onchange: () => this.setKind()
		}, o("lerp", "lerp (straight)"), o("slerp", "slerp (sphere)"), this.course), this.steps = Array.from({ length: 11 }, (e, t) => this.step(t)), this.strip = P("div", {
			class: "gl-steps",
			"data-testid": "path-strip"
		}, ...this.steps.map(({ button: e }) => e)), this.hint = P("p", { class: "gl-hint" }, "Pin two points, A and B, to walk from one to the other.");
		let s = P("label", {
			class: "gl-check",
			title: "Go back and forth without end"
		}, this.loop, "Loop"), c = [
			this.pinButtons.a,
			this.slider,
			this.pinButtons.b,
			this.play,
			s,
			this.kind
		];
		this.element = P("section", {
			class: "gl-path",
			"aria-label": "Path between two pins"
		}, P("div", { class: "gl-path-row" }, ...c), this.hint, this.strip), e.on((e) => e === "pins" && this.pinsChanged()), this.pinsChanged();
	}
	get isPlaying() {
		return this.playing !== null;
	}
	pin(e) {
		let t = this.model.current;
		this.model.pins[e] = t.code ? t : this.model.sample?.point ?? t, this.model.changed("pins"), this.model.changed("settled");
	}
	toggle() {
		if (this.playing) return void this.stop();
		this.model.pins.at(0) && (this.model.pins.t >= 1 && (this.model.pins.t = 0), this.playing = {
			lastMs: performance.now(),
			direction: 1
		}, this.play.textContent = "Pause", this.request());
	}
	stop() {
		return this.playing ? (this.halt(), this.settleAt(this.model.pins.t), !0) : !1;
	}
	halt() {
		this.playing = null, this.play.textContent = "Play";
	}
	advance(e) {
		if (!this.playing) return;
		let { pins: t } = this.model, { lastMs: n, direction: r } = this.playing, i = t.t + r * Math.max(e - n, 0) / (1e3 * ys);
		if (this.playing.lastMs = e, i > 1 || i < 0) {
			if (!this.loop.checked) {
				t.t = 1, this.stop();
				return;
			}
			this.playing.direction = i > 1 ? -1 : 1, i = Math.min(Math.max(i, 0), 1);
		}
		this.goTo(i), this.request();
	}
	close() {
		this.lane.close(), this.playing = null;
	}
	goTo(e) {
		this.model.pins.t = e, this.showPlace();
		let t = this.model.pins.at(e);
		t && this.model.visit(t);
	}
	settleAt(e) {
		this.halt(), this.model.pins.t = e, this.showPlace();
		let t = this.model.pins.at(e);
		t && this.model.settle(t, "path");
	}
	setKind() {
		this.kind.value !== bs && (this.model.pins.course = null, this.model.pins.kind = this.kind.value, this.model.changed("pins"), this.model.changed("settled"));
	}
	pinsChanged() {
		let { pins: e } = this.model, t = e.a !== null && e.b !== null;
		for (let t of ["a", "b"]) this.pinButtons[t].setAttribute("aria-pressed", String(e[t] !== null));
		this.course.hidden = e.course === null, this.kind.value = e.course ? bs : e.kind, this.slider.disabled = this.play.disabled = !t, this.strip.hidden = !t, this.hint.hidden = t, e.way = [], t ? this.lane.ask(e.steps()) : this.placeLone(), this.showPlace();
	}
	async placeLone() {
		let e = this.model.pins.a ? "a" : "b", t = this.model.pins[e];
		if (!t || t.code) return;
		let { codes: n } = await this.model.engine.batch([t]);
		this.model.pins[e] === t && (this.model.pins[e] = {
			...t,
			code: n
		}), this.request();
	}
	paint({ codes: e, x: t }) {
		let { pins: n } = this.model, [r, i] = [e.length / 11, t.length / 11], a = this.model.data.item.modality === "points" ? t : void 0;
		this.steps.forEach(({ canvas: e }, n) => this.painter.paint(e, t, n * i, 60, a)), n.way = n.steps().map((t, n) => ({
			...t,
			code: e.slice(n * r, (n + 1) * r)
		})), n.a && !n.a.code && (n.a = n.way[0]), n.b && !n.b.code && n.more.length === 0 && (n.b = n.way[10]), this.request();
	}
	showPlace() {
		let { t: e } = this.model.pins;
		this.slider.value = String(e), this.slider.setAttribute("aria-valuetext", `${Math.round(100 * e)} percent of the way`);
		let t = Math.round(e * 10);
		this.steps.forEach(({ button: e }, n) => e.setAttribute("aria-current", String(n === t)));
	}
	pinButton(e) {
		let t = e.toUpperCase();
		return P("button", {
			type: "button",
			class: "gl-pin",
			title: `Pin the point on screen as ${t} (key ${t}); drag the pin on the map to move it`,
			"data-testid": `pin-${e}`,
			onclick: () => this.pin(e)
		}, `Pin ${t}`);
	}
	step(e) {
		let t = P("canvas", { "aria-hidden": "true" }), n = e / 10, r = `Go ${Math.round(100 * n)} % of the way`;
		return {
			button: P("button", {
				type: "button",
				class: "gl-step",
				title: r,
				"aria-label": r,
				onclick: () => this.settleAt(n)
			}, t),
			canvas: t
		};
	}
}, Ss = class {
	item;
	element = P("table", {
		class: "gl-columns",
		"data-testid": "columns"
	});
	rows = [];
	constructor(e, t) {
		this.item = e;
		let n = e.columns ?? [];
		this.element.hidden = n.length === 0;
		let r = [
			"column",
			"decoded",
			t
		].map((e) => P("th", { scope: "col" }, e)), i = n.slice(0, 12).map(({ name: e }) => {
			let t = [P("td"), P("td")];
			return this.rows.push(t), P("tr", {}, P("th", { scope: "row" }, e), ...t);
		}), a = br(e);
		this.element.append(P("caption", { class: "gl-spoken" }, "The decoded item and the one nearest to it, in the data's own units"), P("thead", {}, P("tr", {}, ...r)), P("tbody", {}, ...i, a ? P("tr", {}, P("td", { colspan: 3 }, a)) : null));
	}
	decoded(e) {
		this.write(0, vr(e, this.item));
	}
	nearest(e) {
		this.write(1, e && vr(e, this.item));
	}
	write(e, t) {
		this.rows.forEach((n, r) => F(n[e], t?.[r] ?? ""));
	}
}, Cs = 5, ws = .35, Ts = 150, Es = {
	now: () => performance.now(),
	after: (e, t) => {
		let n = setTimeout(t, e);
		return () => clearTimeout(n);
	}
}, Ds = class {
	look;
	late;
	clock;
	tookMs = 0;
	cancel = () => {};
	constructor(e, t, n = Es) {
		this.look = e, this.late = t, this.clock = n;
	}
	follow(e) {
		if (this.cancel(), this.tookMs <= Cs) return this.measured(e);
		this.late(), this.cancel = this.clock.after(Ts, () => this.measured(e));
	}
	stop() {
		this.cancel();
	}
	measured(e) {
		let t = this.clock.now();
		this.look(e), this.tookMs += ws * (this.clock.now() - t - this.tookMs);
	}
}, Os = 44, ks = 150, As = class {
	model;
	painter;
	items;
	failed;
	shown;
	element;
	thumb = P("canvas", {
		class: "gl-thumb",
		role: "img",
		"aria-label": "nearest data item"
	});
	words = P("span", {});
	follower;
	found = {
		row: -1,
		distance: NaN
	};
	of = null;
	drawn = -1;
	timer = 0;
	constructor(e, t, n, r, i) {
		this.model = e, this.painter = t, this.items = n, this.failed = r, this.shown = i;
		let a = P("button", {
			type: "button",
			title: "Go to the code of the nearest data item (N on the map)",
			onclick: () => this.go()
		}, "Go there");
		this.element = P("div", {
			class: "gl-near",
			"data-testid": "nearest-item"
		}, this.thumb, this.words, a), this.follower = new Ds((e) => this.show(this.model.nearestTo(e.point.code), e.point), () => this.late()), e.on((e) => {
			e === "time" && ([this.of, this.drawn] = [null, -1]);
		});
	}
	go() {
		let e = this.of ? this.found.row : this.model.nearest.row;
		e >= 0 && this.model.settle(this.model.item(e), "item");
	}
	follow(e) {
		let { z: t, delta: n } = e.point;
		(this.of?.z !== t || this.of.delta !== n) && this.follower.follow(e);
	}
	settled() {
		let { model: e } = this, { settled: t, nearest: n, live: r } = e;
		return n.row < 0 ? "" : (!r && t.code && (this.follower.stop(), this.show(n, {
			...t,
			code: t.code
		})), this.sentence(n));
	}
	close() {
		this.follower.stop(), clearTimeout(this.timer);
	}
	show(e, t) {
		this.found = e, this.of = t, delete this.element.dataset.late, this.element.dataset.row = String(e.row), e.row < 0 || (F(this.words, this.sentence(e)), this.picture(e.row));
	}
	late() {
		this.of = null, this.element.dataset.late = "", this.drawn = -1, this.shown(null), F(this.words, `Nearest ${this.what}: found when you hold still`);
	}
	picture(e) {
		if (clearTimeout(this.timer), this.drawn === e) return;
		let t = this.items.peek(e);
		if (t) return this.paint(e, t);
		this.thumb.dataset.awaited = "", this.shown(null), this.drawn = -1, this.timer = window.setTimeout(() => {
			let t = () => this.of !== null && this.found.row === e;
			this.items.item(e).then((n) => t() && this.paint(e, n), this.failed);
		}, ks);
	}
	paint(e, t) {
		this.painter.paint(this.thumb, t, 0, Os), this.shown(t), delete this.thumb.dataset.awaited, this.drawn = e;
	}
	sentence({ row: e, distance: t }) {
		let n = this.model.data.points.labelNames[this.model.arrays.labels?.[e] ?? -1];
		return `Nearest ${this.what}: no. ${e}${n ? `, class ${n}` : ""}, distance ${I(t)}`;
	}
	get what() {
		return this.model.isGan ? "sample" : "data item";
	}
}, js = 200, Ms = class {
	model;
	painter;
	element;
	canvas = P("canvas", {
		class: "gl-sample",
		"data-testid": "decoded-sample",
		role: "img"
	});
	details;
	columns;
	title = P("h3", {}, "Settled point");
	coords = P("p", {
		class: "gl-coords",
		"data-testid": "coords"
	});
	confidence = P("p", {
		class: "gl-hint",
		"data-testid": "confidence",
		hidden: !0
	});
	nearest;
	spoken = P("p", {
		class: "gl-spoken",
		"aria-live": "polite"
	});
	decoded = 0;
	constructor(e, t, n, r) {
		this.model = e, this.painter = t, this.columns = new Ss(e.data.item, e.isGan ? "nearest sample" : "nearest item"), this.nearest = new As(e, t, n, r, (e) => this.columns.nearest(e)), this.element = P("section", { class: "gl-panel gl-sample-panel" }, this.title, this.canvas), this.details = P("section", { class: "gl-details" }, this.coords, this.confidence, this.nearest.element, this.spoken);
	}
	goToNearest() {
		this.nearest.go();
	}
	close() {
		this.nearest.close();
	}
	show() {
		let { sample: e } = this.model;
		e && (this.painter.paint(this.canvas, e.x, 0, js), this.columns.decoded(e.x), this.canvas.dataset.decoded = String(++this.decoded), this.canvas.setAttribute("aria-label", `Decoded ${this.painter.describe(e.x)}`), F(this.title, this.model.live ? "Under your hand" : "Settled point"), F(this.coords, this.describe(e.point)), this.vouch(e.point), this.nearest.follow(e));
	}
	settled() {
		let { settled: e } = this.model, t = this.nearest.settled();
		t && F(this.spoken, `Settled at ${this.describe(e)}. ${t}.`);
	}
	vouch(e) {
		let { plane: t } = this.model;
		this.confidence.hidden = t.exact, F(this.confidence, Ta(t.vouch(e)));
	}
	describe(e) {
		let { names: t } = this.model.plane, n = this.model.plane.place(e), r = (e) => e.replace(/ \(.*/, ""), i = n ? t.flatMap((e, t) => e ? `${r(e)} ${I(n[t])}` : []) : [], a = e.z.slice(0, q(this.model.data));
		return [...i, `distance of z from 0: ${I(H(a))}`].join(", ");
	}
};
function Ns(e, t) {
	if (t >= q(e)) return {
		low: 0,
		high: 1
	};
	let { mean: n, std: r, variational: i } = e.latent, a = 3 * r[t], [o, s] = [n[t] - a, n[t] + a];
	return i || e.run.family === "gan" ? {
		low: Math.min(o, -3),
		high: Math.max(s, 3)
	} : a > 0 ? {
		low: o,
		high: s
	} : {
		low: o - 1,
		high: s + 1
	};
}
function Ps(e, t, { low: n, high: r }) {
	return Array.from({ length: 7 }, (i, a) => {
		let o = e.z.slice();
		return o[t] = n + (a + .5) / 7 * (r - n), e.delta ? W(o, e.delta) : U(o);
	});
}
// src/panels/sliders.ts
var Fs = 8, Is = class {
	model;
	painter;
	element;
	list = P("div", { class: "gl-sliders" });
	rows = [];
	more;
	classes;
	strips = 0;
	constructor(e, t) {
		this.model = e, this.painter = t;
		let { order: n, dim: r } = e.data.latent, i = (e, t, n, r) => P("button", {
			type: "button",
			title: t,
			"data-testid": n,
			onclick: r
		}, e);
		this.more = i(`Show all ${r}`, "Show a slider for every latent dimension", "show-all", () => {
			this.add(n.slice(this.rows.length)), this.more.hidden = !0, this.refreshStrips();
		}), this.more.hidden = r <= Fs;
		let a = e.data.latent.variational || e.isGan ? "the prior" : "a Gaussian over the codes";
		this.classes = e.data.latent.classes.map((e, t) => i(e, `Go to the class ${e}, all else as it is`, `class-${t}`, () => this.choose(t)));
		let o = this.classes.length > 0;
		this.element = P("section", {
			class: "gl-panel",
			"aria-label": "Latent dimensions, ordered by how much each changes the decoded item"
		}, P("div", { class: "gl-sliders-head" }, i("Reset", e.isGan ? "Go back to the first sample" : `Go to the mean of ${a}`, "reset", () => e.settle(e.origin(), "reset")), i("Random", "Go to a random draw (R)", "random", () => void e.random()), e.canKeepOff ? this.origins(a) : null, this.truncation()), o ? P("div", {
			class: "gl-told",
			role: "group",
			"aria-label": "Class"
		}, ...this.classes) : null, this.list, this.more), this.add(n.slice(0, Fs));
	}
	draw() {
		let { z: e } = this.model.current;
		for (let { dimension: t, input: n, output: r } of this.rows) {
			let i = e[t];
			Number(n.value) !== i && (n.value = String(i)), F(r, I(i));
		}
		let t = Ya(e, this.model.data);
		this.classes.forEach((e, n) => e.setAttribute("aria-pressed", String(n === t)));
	}
	choose(e) {
		let { model: t } = this;
		t.settle(t.at(Ja(t.settled.z, t.data, e)), "slider");
	}
	async refreshStrips() {
		let e = ++this.strips, { model: t } = this, n = t.data.item.shape.reduce((e, t) => e * t, 1);
		for (let { dimension: r, thumbs: i } of this.rows) {
			let a = Ps(t.settled, r, Ns(t.data, r)), { x: o } = await t.engine.batch(a);
			if (e !== this.strips) return;
			i.forEach((e, r) => {
				this.painter.paint(e, o, r * n, 26), e.title = yr(o, t.data.item, r * n);
			});
		}
	}
	origins(e) {
		let { model: t } = this, n = "Of a hundred draws the few are left out whose picture changes most when its code is nudged. ", [r, i] = t.isGan ? ["steady", `Where random draws come from: where the picture holds still, or from all of the prior. Where a GAN passes from one kind of item to another its pictures fade or break. ${n}Choosing goes to a draw`] : ["near the data", `Where random draws come from: near the codes of the data, about one of them and along its neighbours, or from ${e}, which also reaches places where no item lies. ${t.isPicture ? n : ""}Choosing goes to a draw`], a = [P("option", { value: "data" }, r), P("option", { value: "prior" }, `from ${e}`)], o = P("select", {
			title: i,
			"aria-label": i,
			"data-testid": "draw-from"
		}, ...a);
		return t.on((e) => {
			e === "settled" && (o.value = t.keepsOff ? "data" : "prior");
		}), o.onchange = () => {
			t.keepsOff = o.value === "data", t.random();
		}, o;
	}
	truncation() {
		let e = P("output", {}, "1.00"), t = "Truncation: random draws keep this share of their distance from the mean, or from the item they are near; a fresh draw follows at once", n = P("input", {
			type: "range",
			min: 0,
			max: 1.5,
			step: .01,
			value: 1,
			title: t,
			"aria-label": t
		});
		return n.dataset.testid = "truncation", n.oninput = () => {
			this.model.truncate(Number(n.value)), F(e, I(Number(n.value)));
		}, this.model.on((t) => {
			t === "settled" && Number(n.value) !== this.model.truncation && (n.value = String(this.model.truncation), F(e, I(this.model.truncation)));
		}), n.onchange = () => this.model.live && this.model.settle(this.model.live, "random"), P("label", { class: "gl-truncation" }, P("span", { title: t }, "Truncation ψ"), n, e);
	}
	add(e) {
		for (let t of e) {
			let e = this.row(t);
			this.rows.push(e), this.list.append(e.element);
		}
		this.draw();
	}
	row(e) {
		let { low: t, high: n } = Ns(this.model.data, e), r = qa(this.model.data, e), i = `${e >= q(this.model.data) ? `Weight of the class ${r}` : `Latent dimension ${e + 1}`}; double click puts it back to its mean`, a = P("output", {}), o = P("input", {
			type: "range",
			min: t,
			max: n,
			step: "any",
			title: i,
			"aria-label": i,
			"data-testid": `z-slider-${e}`,
			oninput: () => this.model.visit(this.with(e, Number(o.value))),
			onchange: () => this.model.settle(this.with(e, Number(o.value)), "slider"),
			ondblclick: () => this.model.settle(this.with(e, this.model.prior().mean[e]), "slider")
		}), s = Array.from({ length: 7 }, () => P("canvas", { "aria-hidden": "true" })), c = P("div", { class: "gl-traversal" }, ...s);
		return {
			dimension: e,
			input: o,
			output: a,
			thumbs: s,
			element: P("div", { class: "gl-slider" }, P("span", {}, r), o, a, c)
		};
	}
	with(e, t) {
		let n = this.model.settled.z.slice();
		return n[e] = t, this.model.at(n);
	}
}, Ls = class {
	draw;
	handle = 0;
	constructor(e) {
		this.draw = e;
	}
	request() {
		this.handle ||= requestAnimationFrame((e) => this.run(e));
	}
	stop() {
		cancelAnimationFrame(this.handle), this.handle = -1;
	}
	run(e) {
		this.handle = 0, this.draw(e);
	}
};
// src/state/bits.ts
function Rs(e) {
	let t = new Uint8Array(Math.ceil(e.length / 8));
	for (let n = 0; n < e.length; n++) e[n] && (t[n >> 3] |= 1 << (n & 7));
	let n = "";
	for (let e = 0; e < t.length; e += 8192) n += String.fromCharCode(...t.subarray(e, e + 8192));
	return btoa(n);
}
function zs(e, t) {
	let n;
	try {
		n = atob(e);
	} catch {
		return /* @__PURE__ */ new Int32Array();
	}
	if (n.length !== Math.ceil(t / 8)) return /* @__PURE__ */ new Int32Array();
	let r = [];
	for (let e = 0; e < t; e++) n.charCodeAt(e >> 3) >> (e & 7) & 1 && r.push(e);
	return Int32Array.from(r);
}
function Bs(e, t) {
	let n = new Uint8Array(t);
	for (let t = 0; t < e.length; t++) n[e[t]] = 1;
	return n;
}
// src/state/moment.ts
function Vs({ selection: e, tags: t, data: n }) {
	let r = (e) => Rs(Bs(e, n.points.count));
	return {
		mask: e.count > 0 ? Rs(e.mask) : "",
		rest: e.rest,
		tags: t.map(({ name: e, rows: t }) => ({
			name: e,
			mask: r(t)
		}))
	};
}
function Hs(e, { mask: t, rest: n, tags: r }) {
	let { count: i } = e.data.points, a = r.map(({ name: e, mask: t }) => ({
		name: e,
		kind: "tag",
		rows: zs(t, i)
	}));
	e.tags.splice(0, e.tags.length, ...a), e.changed("tags"), e.selection.rest = n, e.selection.set(zs(t, i));
}
function Us(e, t, n) {
	return {
		settled: e.report(e.plane.place(e.settled) ?? [0, 0]),
		t: e.pins.t,
		truncation: e.truncation,
		near: e.keepsOff,
		map: n.choice,
		look: t.view.look,
		hidden: [...e.hidden],
		selected: Vs(e)
	};
}
function Ws(e, t, n, r) {
	r.choose(e.map), n.lookAt(e.look, r.awaited), t.hidden.clear();
	for (let n of e.hidden) t.hidden.add(n);
	t.changed("classes"), Hs(t, e.selected), t.truncation = e.truncation, t.keepsOff = e.near && t.canKeepOff;
	let i = t.restore(e.settled);
	if (t.pins.t = e.t, t.changed("pins"), !i) return;
	t.settle(i, "bookmark");
	let a = () => t.plane.claim?.(i, e.settled.map);
	if (!r.awaited) return a();
	let o = t.on((e) => {
		e === "plane" && (o(), a(), t.changed("settled"));
	});
}
// src/state/sampler.ts
var Gs = class {
	engine;
	lane;
	entered = null;
	constructor(e, t, n) {
		this.engine = e, this.lane = new R((e) => this.sample(e), t, n);
	}
	ask(e) {
		this.lane.ask(e);
	}
	async sample(e) {
		let t = await this.codeOf(e), n = performance.now(), r = await this.engine.decoder.decode(t, 1);
		return V("genlab.decode", n), {
			point: {
				...e,
				code: t
			},
			x: r
		};
	}
	async codeOf(e) {
		return e.code ? e.code : (await this.enter(e.z)).map((t, n) => t + e.delta[n]);
	}
	async enter(e) {
		if (this.entered?.z === e) return this.entered.code;
		if (!this.engine.enter) throw Error("New points of this GAN cannot be worked out here; the map still decodes.");
		let t = await this.engine.enter(e, 1);
		return this.entered = {
			z: e,
			code: t
		}, t;
	}
	close() {
		this.lane.close();
	}
};
// src/state/groups.ts
function Ks(e) {
	let { selection: t, tags: n } = e, r = t.count > 0 ? [{
		name: "selection",
		kind: "selection",
		rows: t.rows()
	}] : [];
	for (let { name: e, rows: t } of n) r.push({
		name: e,
		kind: "tag",
		rows: t
	});
	return [...r, ...qs(e)];
}
function qs({ data: e, arrays: t }) {
	let { labels: n } = t;
	if (!n) return [];
	let r = /* @__PURE__ */ new Map();
	for (let e = 0; e < n.length; e++) {
		let t = r.get(n[e]);
		t ? t.push(e) : r.set(n[e], [e]);
	}
	return [...r].sort(([e], [t]) => e - t).map(([t, n]) => ({
		name: e.points.labelNames[t] ?? (t < 0 ? "no label" : String(t)),
		kind: "label",
		rows: Int32Array.from(n)
	}));
}
// src/tools/moving/picker.ts
function X(e, t, n, r) {
	let i = P("select", {
		"aria-label": t,
		title: t,
		"data-testid": n,
		onchange: r
	});
	return {
		list: i,
		element: P("label", {
			class: "gl-axis",
			title: t
		}, e, i)
	};
}
function Z(e, t) {
	let n = e.value, r = /* @__PURE__ */ new Map();
	e.replaceChildren();
	for (let { value: n, name: i, under: a } of t) {
		let t = P("option", { value: n }, i);
		if (!a) {
			e.append(t);
			continue;
		}
		let o = r.get(a);
		o || (o = P("optgroup", { label: a }), r.set(a, o), e.append(o)), o.append(t);
	}
	t.some(({ value: e }) => e === n) && (e.value = n);
}
// src/tools/axes/axes.ts
var Js = 7, Ys = "what varies most besides", Xs = {
	name: "axes",
	label: "Axes",
	help: "Choose what the map's two directions mean: from one group to another, or what parts the classes.",
	fits: () => !0,
	open: (e) => new Zs(e)
}, Zs = class {
	bench;
	element;
	across;
	up;
	note = P("p", {
		class: "gl-hint",
		role: "status",
		"data-testid": "axes-note"
	});
	lane;
	stop;
	all = [];
	constructor(e) {
		this.bench = e, this.across = this.axis("Across", "across", "left", "right"), this.up = this.axis("Up", "up", "bottom", "top"), this.lane = new R(async (t) => (await e.model.engine.batch(t)).x, (e) => this.paint(e), e.failed);
		let { labels: t } = e.model.arrays, n = {
			type: "button",
			"data-testid": "axes-lay",
			title: "Show the map along these axes"
		}, r = {
			type: "button",
			"data-testid": "axes-lda",
			title: "Linear discriminant analysis: the two directions along which the classes lie farthest apart for their width"
		};
		this.element = P("div", { class: "gl-tool-body" }, this.across.element, this.up.element, P("div", { class: "gl-tool-row" }, P("button", {
			...n,
			onclick: () => void this.lay()
		}, "Lay the map so"), t && P("button", {
			...r,
			onclick: () => this.choose({ method: "lda" })
		}, "Part the classes (LDA)"), this.note)), this.offer(), this.stop = e.model.on((e) => {
			(e === "selection" || e === "tags") && this.offer(), e === "settled" && this.preview();
		});
	}
	close() {
		this.stop(), this.lane.close();
	}
	axis(e, t, n, r) {
		let i = () => void this.preview(), a = X(`${e} from`, `The group at the ${n} end`, `axes-${t}-from`, i), o = X("to", `The group at the ${r} end`, `axes-${t}-to`, i), s = Array.from({ length: Js }, () => P("canvas", { class: "gl-thumb" })), c = P("span", {
			class: "gl-axes-strip",
			title: `What this axis does to the sample you are at, from where the group at the ${n} end is on the average to where the one at the ${r} is`,
			"data-testid": `axes-${t}-strip`
		}, ...s);
		return {
			from: a,
			to: o,
			strip: s,
			element: P("div", { class: "gl-tool-row" }, a.element, o.element, c)
		};
	}
	offer() {
		this.all = Ks(this.bench.model);
		let e = {
			label: "Classes",
			tag: "Named selections",
			selection: "Selected now"
		}, t = this.all.map(({ name: t, kind: n }, r) => ({
			value: Qs(this.all[r]),
			name: t,
			under: e[n]
		})), n = this.across.from.list.options.length === 0;
		for (let { from: e, to: n } of [this.across, this.up]) for (let r of [e, n]) Z(r.list, t);
		let r = P("option", { value: "" }, Ys), i = this.up.from.list.value;
		this.up.from.list.prepend(r), this.up.from.list.value = n ? "" : i, n && t.length > 1 && (this.across.to.list.value = this.up.to.list.value = t[1].value), this.preview();
	}
	rows(e) {
		return this.all.find((t) => Qs(t) === e.value)?.rows ?? /* @__PURE__ */ new Int32Array();
	}
	ends({ from: e, to: t }) {
		return e.list.value === "" ? null : [this.rows(e.list), this.rows(t.list)];
	}
	async made(e) {
		let t = this.ends(this.across);
		if (!t) throw Error("There are no groups yet: select some items with the tool Select, and name the selection.");
		return fo(e, this.bench.model.data.map.dim, t, this.ends(this.up));
	}
	async lay() {
		try {
			let { dim: e } = this.bench.model.data.map, { mean: t, components: n } = await this.made(await Fo(this.bench.model)), r = Array.from({ length: n.length / e }, (t, r) => Array.from(n.subarray(r * e, (r + 1) * e))), i = [this.nameOf(this.across), this.nameOf(this.up)].slice(0, r.length);
			this.choose({
				method: "own",
				own: {
					names: i,
					mean: Array.from(t),
					components: r
				}
			});
		} catch (e) {
			F(this.note, e.message);
		}
	}
	choose(e) {
		let { maps: t, model: n } = this.bench;
		t.choose({
			...e,
			space: n.data.maps.spaces[0]
		});
		let r = e.method === "lda" ? "what parts the classes" : "your axes";
		F(this.note, t.problem || `The map now shows ${r}; every place of it decodes exactly.`);
	}
	nameOf({ from: e, to: t }) {
		return e.list.value === "" ? Ys : `${$s(e.list)} \u2192 ${$s(t.list)}`.slice(0, 100);
	}
	async preview() {
		let { model: e } = this.bench;
		F(this.note, ""), this.up.to.element.hidden = this.up.from.list.value === "";
		for (let { strip: e } of [this.across, this.up]) for (let t of e) t.hidden = !0;
		if (!this.ends(this.across)) return F(this.note, "Select some items with the tool Select to have groups.");
		try {
			let t = await Fo(e);
			await this.made(t);
			let { dim: n } = e.data.map, r = [this.across, this.up].flatMap((e) => {
				let r = this.ends(e);
				if (!r) return [];
				let [i, a] = r.map((e) => po(t, n, e));
				return Array.from({ length: Js }, (e, t) => this.at(i, a, t / 6));
			});
			this.lane.ask(r);
		} catch (e) {
			F(this.note, e.message);
		}
	}
	at(e, t, n) {
		let { settled: r } = this.bench.model;
		if (!r.code) throw Error("The point you are at is still worked out; choose again in a moment.");
		let { code: i } = r, [a, o] = [0, 0];
		e.forEach((e, n) => {
			let r = t[n] - e;
			a += r * r, o += (i[n] - e) * r;
		});
		let s = n - o / a;
		return Ai(r, i, i.map((n, r) => n + s * (t[r] - e[r])));
	}
	paint(e) {
		let t = [this.across, this.up].filter((e) => this.ends(e)).flatMap(({ strip: e }) => e), n = e.length / t.length;
		t.forEach((t, r) => {
			t.hidden = !1, this.bench.painter.paint(t, e, r * n, 44);
		}), this.element.dataset.previewed = String(Number(this.element.dataset.previewed ?? 0) + 1);
	}
};
function Qs({ kind: e, name: t }) {
	return `${e}:${t}`;
}
function $s(e) {
	return e.selectedOptions[0]?.textContent ?? "";
}
var ec = 4e3, tc = 1500, nc = 16;
function rc(e) {
	if (e <= ec) return Uint32Array.from({ length: e }, (e, t) => t);
	let t = Wa(0), n = Uint32Array.from({ length: e }, (e, t) => t);
	for (let r = 0; r < tc; r++) {
		let i = r + Math.floor(t() * (e - r));
		[n[r], n[i]] = [n[i], n[r]];
	}
	return n.slice(0, tc).sort();
}
function* ic(e, t, n = 10) {
	let r = e.rows.length / e.dim, i = rc(r), a = i.length < r ? i.length + 1 : r, o = Math.min(n, Math.floor((a - 1) / 2)), s = o * (2 * a - 3 * o - 1), c = {
		trustworthiness: new Float32Array(r),
		continuity: new Float32Array(r)
	}, [l, u] = [new Float64Array(i.length), new Float64Array(i.length)];
	for (let n = 0; n < r; n++) n % nc === 0 && n > 0 && (yield n / r), ac(e, n, i, l), ac(t, n, i, u), c.trustworthiness[n] = 1 - 2 * oc(l, u, o) / s, c.continuity[n] = 1 - 2 * oc(u, l, o) / s;
	return c;
}
function ac({ rows: e, dim: t }, n, r, i) {
	let a = n * t;
	for (let o = 0; o < r.length; o++) {
		let s = 0;
		for (let n = 0, i = r[o] * t; n < t; n++) {
			let t = e[a + n] - e[i + n];
			s += t * t;
		}
		i[o] = r[o] === n ? Infinity : s;
	}
}
function oc(e, t, n) {
	let r = 0;
	for (let i of sc(t, n)) {
		let t = e[i], a = 1;
		for (let n = 0; n < e.length; n++) e[n] < t && a++;
		a > n && (r += a - n);
	}
	return r;
}
function sc(e, t) {
	let n = [];
	for (let r = 0; r < e.length; r++) {
		if (n.length === t && e[r] >= e[n[t - 1]]) continue;
		let i = n.length;
		for (; i > 0 && e[n[i - 1]] > e[r];) i--;
		n.splice(i, 0, r), n.length > t && n.pop();
	}
	return n;
}
// src/tools/honesty/ranks.worker.ts?worker&inline
var cc = "function e(e){let t=e>>>0;return()=>{t=t+1831565813>>>0;let e=Math.imul(t^t>>>15,t|1);return e^=e+Math.imul(e^e>>>7,e|61),((e^e>>>14)>>>0)/4294967296}}const t=1500;function n(n){if(n<=4e3)return Uint32Array.from({length:n},(e,t)=>t);let r=e(0),i=Uint32Array.from({length:n},(e,t)=>t);for(let e=0;e<t;e++){let t=e+Math.floor(r()*(n-e));[i[e],i[t]]=[i[t],i[e]]}return i.slice(0,t).sort()}function*r(e,t,r=10){let o=e.rows.length/e.dim,s=n(o),c=s.length<o?s.length+1:o,l=Math.min(r,Math.floor((c-1)/2)),u=l*(2*c-3*l-1),d={trustworthiness:new Float32Array(o),continuity:new Float32Array(o)},[f,p]=[new Float64Array(s.length),new Float64Array(s.length)];for(let n=0;n<o;n++)n%16==0&&n>0&&(yield n/o),i(e,n,s,f),i(t,n,s,p),d.trustworthiness[n]=1-2*a(f,p,l)/u,d.continuity[n]=1-2*a(p,f,l)/u;return d}function i({rows:e,dim:t},n,r,i){let a=n*t;for(let o=0;o<r.length;o++){let s=0;for(let n=0,i=r[o]*t;n<t;n++){let t=e[a+n]-e[i+n];s+=t*t}i[o]=r[o]===n?1/0:s}}function a(e,t,n){let r=0;for(let i of o(t,n)){let t=e[i],a=1;for(let n=0;n<e.length;n++)e[n]<t&&a++;a>n&&(r+=a-n)}return r}function o(e,t){let n=[];for(let r=0;r<e.length;r++){if(n.length===t&&e[r]>=e[n[t-1]])continue;let i=n.length;for(;i>0&&e[n[i-1]]>e[r];)i--;n.splice(i,0,r),n.length>t&&n.pop()}return n}self.onmessage=({data:e})=>{let t=r(e.x,e.shown),n=(e,t=[])=>self.postMessage(e,t),i=performance.now();for(let r=t.next();;r=t.next()){if(r.done){let{trustworthiness:t,continuity:i}=r.value;return n({id:e.id,...r.value},[t.buffer,i.buffer])}performance.now()-i<200||(i=performance.now(),n({id:e.id,done:r.value}))}};", lc = typeof self < "u" && self.Blob && new Blob(["URL.revokeObjectURL(import.meta.url);", cc], { type: "text/javascript;charset=utf-8" });
function uc(e) {
	let t;
	try {
		if (t = lc && (self.URL || self.webkitURL).createObjectURL(lc), !t) throw "";
		let n = new Worker(t, {
			type: "module",
			name: e?.name
		});
		return n.addEventListener("error", () => {
			(self.URL || self.webkitURL).revokeObjectURL(t);
		}), n;
	} catch {
		return new Worker("data:text/javascript;charset=utf-8," + encodeURIComponent(cc), {
			type: "module",
			name: e?.name
		});
	}
}
// src/tools/honesty/judging.ts
var dc = 8, fc = class {
	worker = null;
	refused = !1;
	id = 0;
	async ask(e, t, n) {
		let r = ++this.id, i = () => r === this.id;
		if (this.worker?.terminate(), this.worker = null, !this.refused) try {
			return await this.away(r, e, t, n);
		} catch {
			this.refused = !0;
		}
		return i() ? this.here(e, t, n, i) : null;
	}
	close() {
		this.id++, this.worker?.terminate(), this.worker = null;
	}
	away(e, t, n, r) {
		let i = new uc();
		return this.worker = i, new Promise((a, o) => {
			i.onmessage = ({ data: t }) => {
				if (e !== this.id) return a(null);
				if ("done" in t) return r(t.done);
				a(t), i.terminate(), this.worker === i && (this.worker = null);
			}, i.onerror = () => e === this.id ? o(/* @__PURE__ */ Error("no worker")) : a(null), i.postMessage({
				id: e,
				x: t,
				shown: n
			});
		});
	}
	async here(e, t, n, r) {
		let i = ic(e, t), a = performance.now();
		for (let e = i.next();; e = i.next()) {
			if (e.done) return e.value;
			if (!(performance.now() - a < dc)) {
				if (n(e.value), await new Promise((e) => requestAnimationFrame(e)), !r()) return null;
				a = performance.now();
			}
		}
	}
}, pc = 500, mc = .01, hc = 1e-8;
function gc(e, t, n) {
	let r = 0;
	for (let i = 0; i < e.length; i++) n[i] > 0 && (r += ((e[i] - t[i]) / n[i]) ** 2);
	return r > 0 ? -r / 2 : 0;
}
var _c = class {
	codes;
	dim;
	width;
	typical;
	constructor(e, t) {
		this.codes = e, this.dim = t;
		let n = e.length / t, r = Math.min(n, pc), i = Array.from({ length: r }, (e, t) => Math.floor(t * n / r)), a = Math.min(6, n);
		this.width = Cc(i.map((n) => Math.sqrt(z(e, t, this.code(n), a).squares[a - 1]))) || 1, this.typical = Cc(i.map((e) => this.bumps(this.code(e), n > 1 ? e : -1)));
	}
	at(e) {
		return this.bumps(e, -1) - this.typical;
	}
	code(e) {
		return this.codes.subarray(e * this.dim, (e + 1) * this.dim);
	}
	bumps(e, t) {
		let { codes: n, dim: r, width: i } = this, a = n.length / r, o = 1 / (2 * i * i), s = -Infinity, c = 0;
		for (let i = 0, l = 0; i < a; i++, l += r) {
			if (i === t) continue;
			let a = 0;
			for (let t = 0; t < r; t++) {
				let r = n[l + t] - e[t];
				a += r * r;
			}
			let u = -a * o;
			u > s ? (c = c * Math.exp(s - u) + 1, s = u) : c += Math.exp(u - s);
		}
		return s + Math.log(c / a);
	}
};
function vc(e, t, n, r) {
	let i = 0;
	for (let a = 0, o = n * r; a < r; a++, o++) i += (e[o] - t[o]) ** 2;
	return Math.sqrt(i);
}
function yc(e, t = mc) {
	return [e, ...Array.from(e, (n, r) => e.map((e, n) => r === n ? e + t : e))];
}
function bc(e, t, n = mc) {
	let r = e.length / t - 1, i = new Float64Array(r * r);
	for (let a = 0; a < r; a++) for (let o = 0; o <= a; o++) {
		let s = 0;
		for (let r = 0, i = (a + 1) * t, c = (o + 1) * t; r < t; r++, i++, c++) s += (e[i] - e[r]) / n * ((e[c] - e[r]) / n);
		i[a * r + o] = s + (a === o ? hc : 0);
	}
	return xc(i, r) / (2 * Math.LN10);
}
function xc(e, t) {
	let n = 0;
	for (let r = 0; r < t; r++) {
		for (let n = 0; n <= r; n++) {
			let i = e[r * t + n];
			for (let a = 0; a < n; a++) i -= e[r * t + a] * e[n * t + a];
			e[r * t + n] = r === n ? Math.sqrt(Math.max(i, hc * 1e-6)) : i / e[n * t + n];
		}
		n += 2 * Math.log(e[r * t + r]);
	}
	return n;
}
function Sc(e, t, n, r, i = 15) {
	let a = /* @__PURE__ */ new Map(), { rows: o } = z(t, n, e, Math.min(i, t.length / n));
	for (let e of o) a.set(r[e], (a.get(r[e]) ?? 0) + 1);
	let [s, c] = [...a].sort(([e, t], [n, r]) => r - t || e - n)[0];
	return {
		label: s,
		share: c / o.length
	};
}
function Cc(e) {
	let t = [...e].sort((e, t) => e - t), n = t.length >> 1;
	return t.length % 2 ? t[n] : (t[n - 1] + t[n]) / 2;
}
function wc(e, t) {
	let n = Float64Array.from(e).filter(Number.isFinite).sort();
	if (n.length === 0) return [0, 1];
	let r = (e) => n[Math.round(e * (n.length - 1))];
	return [r(t), r(1 - t)];
}
// src/tools/honesty/measures.ts
var Tc = [
	{
		name: "trustworthiness",
		label: "Trustworthiness",
		about: "Whether the points shown beside a point are its neighbours in the space. Low: what looks alike here is not. By Venna and Kaski, point by point.",
		unit: "1 is best",
		words: [
			"beside strangers",
			"beside some",
			"beside its own"
		],
		scale: Ec
	},
	{
		name: "continuity",
		label: "Continuity",
		about: "Whether a point's neighbours in the space are shown beside it. Low: what is alike was torn apart here. By Venna and Kaski, point by point.",
		unit: "1 is best",
		words: [
			"torn away",
			"partly torn",
			"kept together"
		],
		scale: Ec
	},
	{
		name: "reconstruction",
		label: "Reconstruction error",
		about: "How far an item's copy is from the item, root mean square over its numbers. High: the model has no place for it.",
		unit: "RMS of values",
		words: [
			"copied badly",
			"middling",
			"copied well"
		],
		scale: (e) => {
			let [t, n] = wc(e, .02);
			return {
				bad: n,
				good: t
			};
		}
	}
];
function Ec(e) {
	return {
		bad: Math.min(wc(e, .02)[0], .97),
		good: 1
	};
}
var Dc = 4e7, Oc = 128;
async function kc(e, t, n) {
	let { data: r, arrays: i } = e, { space: a } = t.choice;
	if (a === "outputs") {
		let { count: e } = r.points;
		if (e * n.size > Dc) throw Error(`These ${e} items have too many numbers to be compared here; choose a map of codes.`);
		return {
			rows: await jc(r.points.items.blockSize, e, n),
			dim: n.size
		};
	}
	return a === "z" || !e.isGan ? {
		rows: i.codes,
		dim: r.latent.dim
	} : {
		rows: await Fo(e),
		dim: r.map.dim
	};
}
async function Ac(e, t, n, r) {
	let { count: i } = e.data.points, a = new Float32Array(i);
	for (let o = 0; o < i; o += Oc) {
		let s = Array.from({ length: Math.min(Oc, i - o) }, (e, t) => o + t), [{ x: c }, l] = await Promise.all([e.engine.batch(s.map((t) => e.item(t))), Promise.all(s.map((e) => t.item(e)))]);
		if (!r()) return null;
		let { size: u } = t;
		s.forEach((e, t) => {
			a[e] = vc(c.subarray(t * u, (t + 1) * u), l[t], 0, u) / Math.sqrt(u);
		}), n((o + s.length) / i);
	}
	return a;
}
async function jc(e, t, n) {
	let r = new Float32Array(t * n.size);
	for (let i = 0; i < t; i += e) r.set(await n.block(Math.floor(i / e)), i * n.size);
	return r;
}
// src/tools/honesty/neighbours.ts
function Mc(e, t, { xs: n, ys: r }, i) {
	let a = (t) => t.rows.filter((t) => t !== e).slice(0, i), o = new Set(a(z(t.rows, t.dim, t.rows.subarray(e * t.dim, (e + 1) * t.dim), i + 1))), s = new Float32Array(2 * n.length);
	for (let e = 0; e < n.length; e++) [s[2 * e], s[2 * e + 1]] = [n[e], r[e]];
	let c = a(z(s, 2, [n[e], r[e]], i + 1));
	return {
		row: e,
		kept: c.filter((e) => o.has(e)),
		torn: [...o].filter((e) => !c.includes(e)),
		false: c.filter((e) => !o.has(e))
	};
}
function Nc(e) {
	return e ? {
		torn: "#ffb347",
		false: "#8ec5ff"
	} : {
		torn: "#c2570c",
		false: "#0059b3"
	};
}
function Pc({ context: e, view: t, theme: n }, { xs: r, ys: i }, a) {
	let o = (e) => t.toScreen(r[e], i[e]), [s, c] = o(a.row), l = Nc(n.dark), u = (t, r, i) => {
		for (let [a, o] of [[n.background, r + 2.5], [t, r]]) e.beginPath(), i(), e.lineWidth = o * n.scale, e.strokeStyle = a, e.stroke();
	}, d = 5 * n.scale;
	for (let t of a.kept) {
		let [r, i] = o(t);
		u(n.text, 1.5, () => (e.moveTo(s, c), e.lineTo(r, i)));
	}
	for (let t of a.torn) {
		let [n, r] = o(t);
		e.setLineDash([6, 4]), u(l.torn, 2, () => (e.moveTo(s, c), e.lineTo(n, r))), e.setLineDash([]), u(l.torn, 2, () => (e.moveTo(n + d, r), e.arc(n, r, d, 0, 2 * Math.PI)));
	}
	for (let t of a.false) {
		let [n, r] = o(t);
		u(l.false, 2.5, () => {
			for (let t of [-1, 1]) e.moveTo(n - d, r - t * d), e.lineTo(n + d, r + t * d);
		});
	}
	u(n.text, 2.5, () => e.arc(s, c, 1.6 * d, 0, 2 * Math.PI));
}
// src/tools/honesty/scale.ts
var Fc = [
	"#8f3a02",
	"#d9660a",
	"#b59b74",
	"#6f9bd1",
	"#1f5fae"
], Ic = [
	"#ffb04d",
	"#e08a2e",
	"#a39b8f",
	"#7fa6dc",
	"#79b8ff"
], Lc = 24, Rc = [
	"cross",
	"plus",
	"disc"
];
function zc(e, { bad: t, good: n }, r) {
	let i = Array.from({ length: Lc }, (e, t) => ({
		color: Bc(t / 23, r),
		mark: Rc[Math.min(Math.floor(t / Lc * Rc.length), Rc.length - 1)]
	}));
	return {
		levels: Uint8Array.from(e, (e) => {
			let r = (e - t) / (n - t || 1);
			return Math.min(Math.max(Math.floor(r * Lc), 0), 23);
		}),
		styles: i
	};
}
function Bc(e, t) {
	let n = t ? Ic : Fc, r = Math.min(Math.max(e, 0), 1) * (n.length - 1), [i, a] = [Math.floor(r), Math.ceil(r)];
	return `#${[
		1,
		3,
		5
	].map((e) => {
		let [t, o] = [n[i], n[a]].map((t) => parseInt(t.slice(e, e + 2), 16));
		return Math.round(t + (r - i) * (o - t)).toString(16).padStart(2, "0");
	}).join("")}`;
}
function Vc({ bad: e, good: t }, n, r) {
	return Rc.map((i, a) => {
		let o = P("canvas", {
			width: 28,
			height: 28,
			"aria-hidden": "true"
		}), s = o.getContext("2d"), c = s.createImageData(28, 28), l = new Uint32Array(c.data.buffer), { dx: u, dy: d, cover: f } = ri(i, 10), p = Bc((a + .5) / 3, r);
		f.forEach((e, t) => l[(14 + d[t]) * 28 + 14 + u[t]] = Zr(p, Math.min(e, 255))), s.putImageData(c, 0, 0);
		let [m, h] = [a, a + 1].map((n) => e + n / 3 * (t - e)), g = m < h ? [m, h] : [h, m];
		return P("span", {}, o, `${I(g[0], 3)} to ${I(g[1], 3)}: ${n[a]}`);
	});
}
// src/tools/honesty/honesty.ts
var Hc = 400, Uc = {
	name: "honesty",
	label: "Honest map",
	help: "Colour the points by how far to believe them, and see whose neighbours were torn away or only look like ones.",
	fits: ({ data: e }) => e.points.count >= 4,
	open: (e) => new Wc(e)
}, Wc = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	buttons = /* @__PURE__ */ new Map();
	lines = P("div", {
		class: "gl-scale gl-right gl-scale-marks",
		"data-testid": "honesty-scale",
		hidden: !0
	});
	about = P("p", {
		class: "gl-hint",
		role: "status",
		"data-testid": "honesty-state"
	});
	point = P("p", {
		"data-testid": "honesty-point",
		"aria-live": "polite"
	});
	judge = new fc();
	stops;
	chosen = Tc[0];
	table = null;
	figures = null;
	errors = null;
	found = null;
	version = 0;
	timer = 0;
	constructor(e) {
		this.bench = e;
		let { model: t } = e, n = !t.isGan && t.engine.encode !== null && e.items.given;
		for (let e of [...Tc.filter(({ name: e }) => n || e !== "reconstruction"), null]) {
			let t = {
				type: "button",
				class: "gl-tool",
				title: e?.about ?? "The points keep their classes' colours; neighbours are still drawn",
				"data-testid": `honesty-${e?.name ?? "none"}`,
				onclick: () => this.choose(e)
			};
			this.buttons.set(e, P("button", t, e?.label ?? "Classes"));
		}
		this.element.append(P("div", {
			class: "gl-tool-row",
			role: "group",
			"aria-label": "Colour the points by"
		}, ...this.buttons.values()), this.about, this.key(), this.point), e.map.element.append(this.lines);
		let r = e.map.element.closest(".gl-explorer");
		this.stops = [t.on((e) => {
			(e === "plane" || e === "moved") && this.later(e === "plane" ? 0 : Hc), (e === "hover" || e === "settled") && this.look();
		}), ir(r, () => this.paint())], this.later(0);
	}
	close() {
		this.version++, clearTimeout(this.timer), this.judge.close();
		for (let e of this.stops) e();
		this.bench.map.colour(null), this.lines.remove();
	}
	draw(e) {
		this.found && Pc(e, this.bench.map.cloud, this.found);
	}
	key() {
		let { torn: e, false: t } = Nc(L(this.bench.map.element).dark), n = (e, t) => P("b", {
			"aria-hidden": "true",
			style: t && `color: ${t}`
		}, e);
		return P("p", { class: "gl-tool-row gl-hint" }, P("span", {}, "Of the 10 nearest to the point under the cursor:"), P("span", {}, n("— ", null), "a line: a neighbour shown beside it"), P("span", {}, n("- -○ ", e), "dashed to a ring: a neighbour torn away"), P("span", {}, n("× ", t), "a cross: a false neighbour, shown beside it only"));
	}
	choose(e) {
		this.chosen = e, this.later(0);
	}
	later(e) {
		clearTimeout(this.timer), this.figures = this.table = this.found = null, this.timer = window.setTimeout(() => this.judgeAll().catch((e) => F(this.about, e.message)), e), this.mark();
	}
	async judgeAll() {
		let e = ++this.version, t = () => e === this.version, { model: n, maps: r, items: i } = this.bench;
		F(this.about, "Judging the points…");
		let a = (e) => t() && F(this.about, `Judging the points: ${Math.round(100 * e)}\u202f%`), o = await kc(n, r, i);
		if (t()) {
			if (this.table = o, this.look(), this.chosen?.name === "reconstruction") this.errors ??= await Ac(n, i, a, t);
			else if (this.chosen) {
				let { xs: e, ys: r } = n.plane.cloud, i = new Float32Array(2 * e.length);
				for (let t = 0; t < e.length; t++) [i[2 * t], i[2 * t + 1]] = [e[t], r[t]];
				let s = await this.judge.ask(o, {
					rows: i,
					dim: 2
				}, a);
				t() && (this.figures = s);
			}
			t() && (this.paint(), this.look());
		}
	}
	get values() {
		return this.chosen ? this.chosen.name === "reconstruction" ? this.errors : this.figures && this.figures[this.chosen.name] : null;
	}
	paint() {
		let { chosen: e, values: t } = this, { map: n } = this.bench, { dark: r } = L(n.element.closest(".gl-explorer"));
		if (!e || !t) {
			n.colour(null), this.lines.hidden = !0, F(this.about, e ? this.about.textContent : "The points have their classes' colours.");
			return;
		}
		let i = e.scale(t);
		n.colour(zc(t, i, r)), this.lines.hidden = !1, this.lines.replaceChildren(P("b", {}, e.label), ...Vc(i, e.words, r));
		let a = t.reduce((e, t) => e + t, 0) / t.length;
		F(this.about, `${e.about} Mean ${I(a, 3)}; ${e.unit}.`), this.element.dataset.judged = e.name;
	}
	look() {
		let { model: e, request: t } = this.bench, n = e.hoverRow >= 0 ? e.hoverRow : e.nearest.row;
		if (!this.table || n < 0) return;
		this.found?.row !== n && (this.found = Mc(n, this.table, e.plane.cloud, 10));
		let { kept: r, torn: i, false: a } = this.found, o = this.figures, s = o ? ` Trustworthiness ${I(o.trustworthiness[n], 3)}, continuity ${I(o.continuity[n], 3)}.` : "";
		F(this.point, `Item no. ${n}: ${r.length} of its ${r.length + i.length} nearest are shown beside it, ${i.length} torn away; ${a.length} of those beside it are false.${s}`), t();
	}
	mark() {
		for (let [e, t] of this.buttons) t.setAttribute("aria-pressed", String(e === this.chosen));
		delete this.element.dataset.judged;
	}
}, Gc = [
	32,
	16,
	8
], Kc = 900, qc = 160, Jc = 205, Yc = .02, Xc = class {
	kind;
	model;
	changed;
	smooth;
	scale = null;
	grid = null;
	reader = null;
	data = null;
	constructor(e, t, n) {
		this.kind = e, this.model = t, this.changed = n, this.smooth = e.thick !== "classes";
	}
	async make(e, t, n, r) {
		this.reader ??= this.kind.open(this.model);
		let i = await this.reader;
		this.data ??= this.ofData(i);
		let a = await this.data;
		for (let o of Gc) {
			let s = performance.now(), c = await this.read(i, e, o, r);
			if (!c || (this.grid = c, this.scale = Zc(this.kind, c.values, a), n(el(this.kind, c, this.scale, t), o), this.changed(), 4 * (performance.now() - s) > Kc)) return;
		}
	}
	at(e, t, n) {
		let { grid: r } = this;
		if (!r) return null;
		let [i, a] = e.toPlace(t, n), o = Math.floor((i - r.left) * r.scale / r.cellPx), s = Math.floor((r.top - a) * r.scale / r.cellPx), c = s * r.columns + o;
		if (o < 0 || o >= r.columns || s < 0 || c >= r.values.length) return null;
		let l = r.values[c];
		return Number.isFinite(l) ? {
			value: l,
			label: r.labels ? r.labels[c] : null
		} : null;
	}
	async read(e, t, n, r) {
		let i = Math.ceil(t.width / n), a = Math.ceil(t.height / n), [o, s] = t.toPlace(0, 0), { model: c, kind: l } = this, u = [];
		for (let e = 0; e < a; e++) for (let r = 0; r < i; r++) u.push(c.under(t.toPlace((r + .5) * n, (e + .5) * n)));
		let d = {
			columns: i,
			cellPx: n,
			left: o,
			top: s,
			scale: t.scale,
			values: new Float64Array(u.length).fill(NaN),
			labels: l.thick === "classes" ? new Int32Array(u.length) : null
		};
		for (let t = 0; t < u.length; t += l.atOnce) {
			let { values: n, labels: i } = await e(u.slice(t, t + l.atOnce).filter((e) => e !== null));
			if (await new Promise((e) => setTimeout(e)), !r()) return null;
			let a = 0;
			u.slice(t, t + l.atOnce).forEach((e, r) => {
				e && (d.values[t + r] = n[a], i && (d.labels[t + r] = i[a]), a++);
			});
		}
		return d;
	}
	async ofData(e) {
		let { model: t, kind: n } = this;
		if (!n.byData) return /* @__PURE__ */ new Float64Array();
		let { count: r } = t.data.points, i = Array.from({ length: Math.min(r, qc) }, (e, t) => Math.floor(t * r / qc)), a = [];
		for (let o = 0; o < i.length; o += n.atOnce) {
			let s = i.slice(o, o + n.atOnce).map((e) => t.item(Math.min(e, r - 1)));
			a.push(...(await e(s)).values);
		}
		return Float64Array.from(a);
	}
};
function Zc({ thick: e, reach: t = Infinity }, n, r) {
	if (e === "classes") return {
		clear: 0,
		thick: 1,
		data: null
	};
	let [i, a] = wc(n, Yc);
	if (r.length === 0) return e === "high" ? {
		clear: i,
		thick: a,
		data: null
	} : {
		clear: a,
		thick: i,
		data: null
	};
	let [o, s] = wc(r, .05), [c] = wc(r, .5), l = c + Math.min(Math.max((e === "high" ? Math.max(a, s) : Math.min(i, o)) - c, -t), t);
	return {
		clear: c,
		thick: l === c ? c + (e === "high" ? 1 : -1) : l,
		data: [o, s]
	};
}
function Qc(e, { clear: t, thick: n }) {
	return Math.min(Math.max((e - t) / (n - t || 1), 0), 1);
}
function $c(e) {
	return e ? [
		128,
		146,
		168
	] : [
		92,
		108,
		128
	];
}
function el(e, { columns: t, values: n, labels: r }, i, a) {
	let o = P("canvas", {
		width: t,
		height: n.length / t
	}), s = o.getContext("2d"), c = s.createImageData(o.width, o.height), l = $c(a.dark);
	return n.forEach((t, n) => {
		if (!Number.isFinite(t)) return;
		let o = r ? tl(B(r[n], a.dark)) : l, s = e.thick === "classes" ? .12 + .4 * Math.max(0, (t - .3) / .7) : Qc(t, i) ** .8;
		c.data.set([...o, s * (r ? 255 : Jc)], 4 * n);
	}), s.putImageData(c, 0, 0), o;
}
function tl(e) {
	return [
		1,
		3,
		5
	].map((t) => parseInt(e.slice(t, t + 2), 16));
}
// src/data/ask.ts
function nl({ data: e }) {
	return e.ask !== null;
}
async function rl(e, t, n, r) {
	let { ask: i } = e.data;
	if (i === null) throw Error("This needs genlab's server; open the model there.");
	let a;
	try {
		a = await fetch(`${i}/${t}`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(n),
			signal: r ?? null
		});
	} catch (e) {
		throw r?.aborted ? e : Error("The server did not answer; try again.");
	}
	let o = await a.json().catch(() => null);
	if (a.ok && o !== null) return o;
	throw Error(o?.error ?? `The server answered ${a.status}; try again.`);
}
// src/tools/fog/kinds.ts
var il = 5e3, al = 32, ol = 15, sl = ({ data: e, engine: t }) => e.models.encoder && t.encode ? "" : "This model has no encoder to find a code again with.", cl = [
	{
		name: "round-trip",
		label: "Round trip",
		about: "Decode the place, encode what came out: how far the code comes back from where it began. Near 0 on the data; large where the decoder makes what it never learned.",
		unit: "σ of the codes",
		thick: "high",
		byData: !0,
		atOnce: 64,
		unfit: sl,
		open: async (e) => {
			let { dim: t, std: n } = e.data.latent, r = Math.sqrt(n.reduce((e, t) => e + t * t, 0) / t) || 1;
			return async (n) => {
				let { x: i } = await e.engine.batch(n), a = await dl(e, i, n.length);
				return ll(n, (e, n) => vc(e.z, a.subarray(n * t, (n + 1) * t), 0, t) / r);
			};
		}
	},
	{
		name: "codes",
		label: "Density of the codes",
		about: "How densely the data's codes lie here: a smooth bump on every code. 0 is a typical code; each 2.3 nats less is ten times thinner.",
		unit: "nats",
		thick: "low",
		byData: !0,
		reach: 14,
		atOnce: 64,
		unfit: () => "",
		open: async (e) => {
			let { dim: t } = e.data.map, n = new _c(fl(await Fo(e), t), t);
			return async (r) => {
				let i = await ul(e, r);
				return ll(r, (e, r) => n.at(i.subarray(r * t, (r + 1) * t)));
			};
		}
	},
	{
		name: "prior",
		label: "Density of the prior",
		about: "How likely a random draw comes from here: 0 at the middle of the prior. An autoencoder without a prior is judged by the Gaussian of its codes.",
		unit: "nats",
		thick: "low",
		byData: !0,
		atOnce: 4096,
		unfit: (e) => e.isGan && e.plane.exact && pl(e) ? "On a map of activations z stays as it is; choose the map of codes z." : "",
		open: async (e) => {
			let { mean: t, std: n } = e.prior(), r = q(e.data);
			return async (e) => ll(e, ({ z: e }) => gc(e.subarray(0, r), t, n));
		}
	},
	{
		name: "magnification",
		label: "Magnification",
		about: "How much room in the space of items a unit of room around the code takes: log10 of √det JᵀJ, J the decoder's derivative. High where a small step changes much, as on borders between kinds; low where nothing happens.",
		unit: "log10",
		thick: "high",
		byData: !1,
		atOnce: 8,
		unfit: ({ data: e }) => e.latent.dim > al ? `The decoder's derivative has ${e.latent.dim} columns here; up to ${al} are worked out.` : "",
		open: async (e) => async (t) => {
			let n = t.flatMap(({ z: e, delta: t }) => yc(e).map((e) => t ? W(e, t) : U(e))), { x: r } = await e.engine.batch(n), i = r.length / n.length, a = (e.data.latent.dim + 1) * i;
			return ll(t, (e, t) => bc(r.subarray(t * a, (t + 1) * a), i));
		}
	},
	{
		name: "reconstruction",
		label: "Reconstruction error",
		about: "Decode the place, then encode and decode that again: how far the copy is from its original, root mean square over its numbers. High where the model cannot copy its own product.",
		unit: "RMS of values",
		thick: "high",
		byData: !0,
		atOnce: 64,
		unfit: sl,
		open: async (e) => {
			let { dim: t } = e.data.latent;
			return async (n) => {
				let { x: r } = await e.engine.batch(n), i = await dl(e, r, n.length), a = await e.engine.batch(n.map((e, n) => U(i.slice(n * t, (n + 1) * t)))), o = r.length / n.length;
				return ll(n, (e, t) => vc(r, a.x, t, o) / Math.sqrt(o));
			};
		}
	},
	{
		name: "judge",
		label: "Discriminator's score",
		about: "What the discriminator, which was trained to tell data from what the generator makes, says of the sample decoded here: its logit. 0 is undecided, below it looks made, above it looks like data.",
		unit: "logits",
		thick: "low",
		byData: !1,
		atOnce: 96,
		unfit: (e) => e.isGan ? nl(e) ? "" : "The discriminator is asked on genlab's server; open the model there." : "Only a GAN has a discriminator.",
		open: async (e) => async (t) => {
			let { dim: n } = e.data.map, r = await ul(e, t), { scores: i } = await rl(e, "judge", { codes: t.map((e, t) => Array.from(r.subarray(t * n, (t + 1) * n), (e) => Number(e.toPrecision(5)))) });
			return ll(t, (e, t) => i[t]);
		}
	},
	{
		name: "classes",
		label: "Class regions",
		about: `What a classifier says of the code: the commonest class among the ${ol} nearest codes, its colour the stronger, the more of them agree.`,
		unit: "of the votes",
		thick: "classes",
		byData: !1,
		atOnce: 64,
		unfit: ({ arrays: e }) => e.labels ? "" : "These data have no classes.",
		open: async (e) => {
			let { dim: t } = e.data.map, n = await Fo(e), [r, i] = [fl(n, t), fl(e.arrays.labels, 1, n.length / t)];
			return async (n) => {
				let a = await ul(e, n), o = n.map((e, n) => Sc(a.subarray(n * t, (n + 1) * t), r, t, i, ol));
				return {
					values: Float64Array.from(o, ({ share: e }) => e),
					labels: Int32Array.from(o, ({ label: e }) => e)
				};
			};
		}
	}
];
function ll(e, t) {
	return { values: Float64Array.from(e, (e, n) => t(e, n)) };
}
async function ul(e, t) {
	return t.every(({ code: e }) => e) ? f(t.map(({ code: e }) => e)) : (await e.engine.batch(t)).codes;
}
async function dl({ data: e, engine: t }, n, r) {
	return y(e, n).catch(async () => (await t.encode(n, r)).mu);
}
function fl(e, t, n = e.length / t) {
	let r = Math.min(n, il);
	if (r === n) return e;
	let i = new e.constructor(r * t);
	for (let a = 0; a < r; a++) {
		let o = Math.floor(a * n / r);
		i.set(e.subarray(o * t, (o + 1) * t), a * t);
	}
	return i;
}
function pl({ plane: e, settled: t }) {
	let n = e.under([1, 1], t);
	return n !== null && n.z === t.z;
}
// src/tools/fog/legend.ts
var ml = class {
	model;
	map;
	field;
	element;
	bar = P("canvas", {
		width: 400,
		height: 20,
		"aria-hidden": "true"
	});
	ends = P("span", { class: "gl-scale-ends" });
	about = P("span", { class: "gl-scale-data" });
	here = P("output", { "data-testid": "fog-here" });
	follow = (e) => this.read(e);
	constructor(e, t, n, r) {
		this.model = e, this.map = t, this.field = n;
		let { kind: i } = n, a = `Take away the field ${i.label}`, o = P("button", {
			type: "button",
			title: a,
			"aria-label": a,
			onclick: r
		}, "×"), s = P("span", { class: "gl-scale-head" }, P("b", {}, i.label), this.here, o);
		this.element = P("div", {
			class: "gl-scale",
			title: i.about,
			"data-testid": "fog-legend"
		}, s, this.bar, this.ends, this.about);
		for (let e of [
			"pointerdown",
			"pointermove",
			"dblclick",
			"wheel"
		]) this.element.addEventListener(e, (e) => e.stopPropagation());
		t.element.addEventListener("pointermove", this.follow), t.element.append(this.element), this.draw();
	}
	close() {
		this.map.element.removeEventListener("pointermove", this.follow), this.element.remove();
	}
	draw() {
		let { kind: e, scale: t } = this.field;
		if (this.element.dataset.ready = String(t !== null), this.bar.hidden = e.thick === "classes" || !t, e.thick === "classes") {
			F(this.ends, ""), F(this.about, "Colours as in the legend of classes; pale where fewer votes agree.");
			return;
		}
		if (!t) return F(this.about, "Reading the map…");
		this.ends.replaceChildren(P("span", {}, I(t.clear)), P("span", { class: "gl-hint" }, e.unit), P("span", {}, I(t.thick)));
		let { data: n } = t;
		F(this.about, n ? `Nine in ten ${this.model.isGan ? "samples" : "data items"}: ${I(n[0])} to ${I(n[1])}` : "Clear to thick"), this.paint();
	}
	paint() {
		let { scale: e } = this.field, t = this.bar.getContext("2d"), { width: n, height: r } = this.bar, { dark: i, background: a, text: o } = L(this.map.element.closest(".gl-explorer")), [s, c, l] = $c(i);
		t.fillStyle = a, t.fillRect(0, 0, n, r);
		for (let e = 0; e < n; e++) t.fillStyle = `rgba(${s}, ${c}, ${l}, ${.8 * (e / n) ** .8})`, t.fillRect(e, 0, 1, r);
		if (!e?.data) return;
		let u = (t) => (t - e.clear) / (e.thick - e.clear) * n, d = Math.max(u(e.data[0]), u(e.data[1]));
		t.fillStyle = o, t.fillRect(0, r - 5, Math.min(Math.max(d, 3), n), 5);
	}
	read(e) {
		let t = this.map.element.getBoundingClientRect(), n = this.field.at(this.map.view, e.clientX - t.left, e.clientY - t.top);
		F(this.here, n ? this.words(n.value, n.label) : "");
	}
	words(e, t) {
		let { kind: n } = this.field;
		return t === null ? `here ${I(e)}` : `here ${this.model.data.points.labelNames[t] ?? String(t)}, ${Math.round(100 * e)}\u202f% ${n.unit}`;
	}
}, hl = /* @__PURE__ */ new WeakMap(), gl = {
	name: "fog",
	label: "Fog & fields",
	help: "Shade the map by how far to believe what is decoded at each place, or by what the decoder does there.",
	fits: () => !0,
	open: (e) => new _l(e)
}, _l = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	buttons = /* @__PURE__ */ new Map();
	about = P("p", {
		class: "gl-hint",
		role: "status",
		"data-testid": "fog-about"
	});
	stop;
	constructor(e) {
		this.bench = e;
		for (let t of cl) {
			let n = {
				type: "button",
				class: "gl-tool",
				"data-testid": `field-${t.name}`,
				onclick: () => this.choose(hl.get(e.model)?.kind === t ? null : t)
			};
			this.buttons.set(t.name, P("button", n, t.label));
		}
		this.element.append(P("div", {
			class: "gl-tool-row",
			role: "group",
			"aria-label": "Fields"
		}, ...this.buttons.values()), this.about), this.stop = e.model.on((e) => e === "plane" && this.mark()), this.mark();
	}
	close() {
		this.stop();
	}
	choose(e) {
		vl(this.bench, e, () => this.mark()), this.mark();
	}
	mark() {
		let { model: e } = this.bench, t = hl.get(e)?.kind ?? null;
		for (let n of cl) {
			let r = this.buttons.get(n.name), i = n.unfit(e);
			r.disabled = i !== "", r.title = i || n.about, r.setAttribute("aria-pressed", String(n === t));
		}
		let n = e.plane.exact ? " On this flat map it is read in the plane through the point you are at." : "";
		this.about.textContent = t ? t.about + n : "Nothing lies on the map. Choose what to shade it by.";
	}
};
function vl({ model: e, map: t, failed: n }, r, i) {
	if (hl.get(e)?.legend.close(), hl.delete(e), t.backdrop.lay(null), !r) return;
	let a = null, o = new Xc(r, e, () => a?.draw()), s = () => {
		hl.get(e)?.legend === a && (a?.close(), hl.delete(e), t.backdrop.lay(null), i());
	};
	try {
		a = new ml(e, t, o, s), hl.set(e, {
			kind: r,
			legend: a
		}), t.backdrop.lay(o);
	} catch (e) {
		n(e);
	}
}
// src/state/directions.ts
function yl(e, { realm: t, vector: n }, r) {
	let i = (e) => e.map((e, t) => e + r * n[t]);
	if (t === "z") {
		let t = i(e.z);
		return {
			z: t,
			delta: e.delta,
			code: e.delta ? null : t
		};
	}
	return {
		z: e.z,
		delta: i(e.delta),
		code: e.code && i(e.code)
	};
}
function bl(e, t) {
	let n = new Set(t.map(({ name: e }) => e));
	if (!n.has(e)) return e;
	for (let t = 2;; t++) if (!n.has(`${e} ${t}`)) return `${e} ${t}`;
}
// src/state/realms.ts
var xl = 512, Sl = /* @__PURE__ */ new WeakMap();
function Cl(e) {
	return e.isGan ? ["activations", "z"] : ["z"];
}
function wl(e, t) {
	let { codes: n } = e.arrays, { dim: r } = e.data.latent;
	if (t === "z") return Promise.resolve({
		values: n,
		dim: r
	});
	let i = Sl.get(e);
	return i || (i = Tl(e, n, r), i.catch(() => Sl.delete(e)), Sl.set(e, i)), i;
}
async function Tl({ engine: e, data: t }, n, r) {
	if (!e.enter) throw Error("This GAN's activations cannot be worked out here; choose directions of z.");
	let i = new Float32Array(n.length / r * t.map.dim);
	for (let a = 0; a * r < n.length; a += xl) {
		let o = n.slice(a * r, (a + xl) * r);
		i.set(await e.enter(o, o.length / r), a * t.map.dim);
	}
	return {
		values: i,
		dim: t.map.dim
	};
}
// src/tools/moving/alike.ts
var El = 8, Dl = class {
	bench;
	element = P("div", {
		class: "gl-alike",
		"data-testid": "analogies"
	});
	asked = 0;
	constructor(e) {
		this.bench = e;
	}
	async show(e, t, n) {
		let r = ++this.asked, i = z(Float32Array.from(e.values), e.dim, t, El + n.length), a = i.rows.map((e, t) => ({
			row: e,
			distance: Math.sqrt(i.squares[t])
		})).filter(({ row: e }) => !n.includes(e)).slice(0, El), o = await Promise.all(a.map(({ row: e, distance: t }) => this.answer(e, t)));
		r === this.asked && this.element.replaceChildren(...o);
	}
	async answer(e, t) {
		let { model: n, painter: r, items: i } = this.bench, a = n.data.points.labelNames[n.arrays.labels?.[e] ?? -1], o = P("canvas", { "aria-hidden": "true" }), s = `Go to item no. ${e}${a ? `, class ${a}` : ""}`, c = {
			type: "button",
			class: "gl-step",
			title: s,
			"aria-label": s,
			"data-row": e,
			onclick: () => n.settle(n.item(e), "item")
		};
		r.paint(o, i.peek(e) ?? await i.item(e), 0, 70);
		let l = P("figcaption", {}, `${a ? `${a}, ` : ""}${I(t, 1)} away`);
		return P("figure", {}, P("button", c, o), l);
	}
};
// src/tools/moving/choices.ts
function Ol(e) {
	let t = Ks(e).map(({ name: e, kind: t, rows: n }) => ({
		name: e,
		under: t === "label" ? "Labels" : "Your selections",
		rows: async () => n
	})), { fields: n, count: r } = e.data.points;
	for (let { name: e, names: a, values: o } of n) {
		let n = () => i(o, r, `values of ${e}`);
		a.forEach((r, i) => {
			t.push({
				name: `${e}: ${r}`,
				under: e,
				rows: async () => kl(await n(), i)
			});
		}), a.length === 0 && t.push({
			name: e,
			under: "Numbers that rise",
			numbers: n
		});
	}
	for (let n of e.directions) t.push({
		name: n.name,
		under: "Kept directions",
		kept: n
	});
	return t;
}
function kl(e, t) {
	let n = [];
	return e.forEach((e, r) => e === t && n.push(r)), Int32Array.from(n);
}
function Al(e, t) {
	let n = new Uint8Array(t);
	for (let t of e) n[t] = 1;
	let r = [];
	for (let e = 0; e < t; e++) n[e] || r.push(e);
	return Int32Array.from(r);
}
// src/tools/moving/slot.ts
var jl = class {
	bench;
	letter;
	fill;
	element;
	known = null;
	row = -1;
	canvas = P("canvas", { "aria-hidden": "true" });
	button;
	list;
	words = P("b", {});
	groups = [];
	constructor(e, t, n, r, i) {
		this.bench = e, this.letter = t, this.fill = i;
		let a = `${t}: ${r}. Press to take the point on screen; key ${n} takes the item under the pointer`, o = {
			type: "button",
			class: "gl-step",
			title: a,
			"aria-label": a,
			"data-testid": `slot-${t}`
		};
		this.button = P("button", {
			...o,
			"data-empty": !0,
			onclick: () => this.take("here")
		}, this.canvas);
		let s = `What lies in ${t}`, c = {
			title: s,
			"aria-label": s,
			"data-testid": `slot-from-${t}`
		};
		this.list = P("select", {
			...c,
			onchange: () => this.chosen()
		}), this.element = P("div", { class: "gl-slot" }, this.words, this.button, this.list), F(this.words, t), this.offer();
	}
	offer() {
		let { model: e } = this.bench;
		this.groups = Ol(e).filter(({ rows: e }) => e);
		let t = ["a", "b"].filter((t) => e.pins[t]);
		Z(this.list, [
			{
				value: "",
				name: "take…"
			},
			{
				value: "here",
				name: "point on screen"
			},
			{
				value: "nearest",
				name: e.isGan ? "nearest sample" : "nearest item"
			},
			...t.map((e) => ({
				value: e,
				name: `pin ${e.toUpperCase()}`
			})),
			...this.groups.map(({ name: e, under: t }, n) => ({
				value: `group-${n}`,
				name: `mean of ${e}`,
				under: t
			}))
		]);
	}
	take(e, t = -1) {
		let { model: n } = this.bench, { current: r, pins: i, nearest: a } = n;
		if (e === "item" || e === "nearest") {
			let r = e === "item" ? t : a.row;
			r >= 0 && this.fill({
				point: n.item(r),
				row: r,
				words: `no. ${r}`
			});
		} else if (e === "a" || e === "b") {
			let t = i[e];
			t && this.fill({
				point: t,
				row: -1,
				words: `pin ${e.toUpperCase()}`
			});
		} else if (e.startsWith("group-")) {
			let t = this.groups[Number(e.slice(6))];
			t?.rows && this.fill({
				rows: t.rows,
				words: `mean of ${t.name}`
			});
		} else this.fill({
			point: r,
			row: -1,
			words: "a point"
		});
	}
	show(e, t, n, r, i) {
		this.known = e, this.row = r, delete this.button.dataset.empty, this.button.dataset.filled = String(Number(this.button.dataset.filled ?? 0) + 1), this.bench.painter.paint(this.canvas, t, n, 110), F(this.words, `${this.letter}: ${i}`);
	}
	chosen() {
		this.list.value && this.take(this.list.value), this.list.value = "";
	}
}, Ml = 1 / 32;
function Nl(e, t, n, r) {
	let i = n.length / r, a = new Float64Array(r);
	for (let e = 0; e < n.length; e++) a[e % r] += n[e] / i;
	return Array.from({ length: t }, (o, s) => {
		let c = new Float64Array(r), l = 0;
		for (let o = 0; o < i; o++) {
			let i = e[o * t + s];
			l += i * i;
			for (let e = 0, t = o * r; e < r; e++, t++) c[e] += i * (n[t] - a[e]);
		}
		let u = Math.sqrt(l / i) || 1;
		return c.map((e) => e / i / u);
	});
}
function Pl(e, t = Ml) {
	let n = (t, n) => Float32Array.from(e, (e, r) => r === t ? e + n : e), r = Array.from({ length: e.length }, (e, t) => t);
	return [...r.map((e) => n(e, t)), ...r.map((e) => n(e, -t))];
}
function Fl(e, t, n, r = Ml) {
	let i = e.length / (2 * t), a = Float64Array.from({ length: t * i }, (n, r) => e[r] - e[t * i + r]), o = new Float64Array(t * t);
	for (let e = 0; e < t; e++) for (let n = 0; n <= e; n++) {
		let s = 0;
		for (let t = 0, r = e * i, o = n * i; t < i; t++, r++, o++) s += a[r] * a[o];
		o[e * t + n] = o[n * t + e] = s / (2 * r) ** 2;
	}
	let { values: s, vectors: c } = xo(o, t);
	return {
		vectors: c.slice(0, n).map(Il),
		strengths: s.slice(0, n).map((e) => Math.sqrt(Math.max(e, 0)))
	};
}
function Il(e) {
	let t = 0;
	return e.forEach((n, r) => Math.abs(n) > Math.abs(e[t]) && (t = r)), e[t] < 0 ? e.map((e) => -e) : e;
}
function Ll(e, t, n, r = !1) {
	let i = Float64Array.from(e, (e, r) => e - t[r] + n[r]);
	return r ? xi(i) : Float32Array.from(i);
}
// src/math/attributes.ts
var Rl = .001, zl = 5, Bl = 10, Vl = 2;
function Hl(e, t, n, r = "means") {
	let i = Gl(e, t), a = [t, n].map((t) => Jl(e, t, i, !1)), o = [t, n].map((t, n) => Xl(a[n], Jl(e, t, i, !0))), s = Zl(o[0], o[1]), c = r === "means" ? s : eu(Ql(o[0], o[1]).normal, s);
	if (Math.min(t.length, n.length) < Bl) return {
		vector: c,
		score: null
	};
	let { normal: l, offset: u } = Ql(a[0], a[1]), d = [t, n].map((t) => {
		let [n, r] = [0, 0];
		for (let a = 4; a < t.length; a += zl, n++) {
			let n = 0;
			for (let r = 0, o = t[a] * e.dim; r < e.dim; r++, o++) n += (e.values[o] - i[r]) * l[r];
			n > u && r++;
		}
		return r / n;
	});
	return {
		vector: c,
		score: (d[0] + 1 - d[1]) / 2
	};
}
function Ul(e, t, n, r = "means") {
	let { dim: i } = e, a = tu(e, t, n, () => !0), [o, s] = [Math.sqrt(a.square), a.joint];
	if (o === 0) return {
		vector: new Float64Array(i),
		score: null
	};
	let c = (e) => $l(e.scatter, e.joint), l = r === "means" ? s.map((e) => Vl * e / o) : c(a);
	if (r === "probe") {
		let e = Kl(l, l);
		e > 0 && l.forEach((t, n) => l[n] = t * Vl * o / e);
	}
	if (t.length < Bl) return {
		vector: l,
		score: null
	};
	let u = (e) => e % zl === 4, d = tu(e, t, n, (e) => !u(e)), f = c(d), [p, m, h, g] = [
		0,
		0,
		0,
		0
	];
	for (let r = 0; r < t.length; r++) {
		if (!u(r)) continue;
		let a = 0;
		for (let n = 0, o = t[r] * i; n < i; n++, o++) a += (e.values[o] - d.mean[n]) * f[n];
		let o = n[r] - d.level;
		p++, m += o, h += o * o, g += (o - a) ** 2;
	}
	let _ = h - m * m / p;
	return {
		vector: l,
		score: _ > 0 ? 1 - g / _ : null
	};
}
function Wl(e, t) {
	let n = Float64Array.from(e), r = [];
	for (let e of t) {
		let t = Float64Array.from(e), n = Math.sqrt(Kl(t, t));
		for (let e of r) ql(t, e);
		let i = Math.sqrt(Kl(t, t));
		i > 1e-9 * n && r.push(t.map((e) => e / i));
	}
	for (let e of r) ql(n, e);
	return n;
}
function Gl({ values: e, dim: t }, n) {
	let r = new Float64Array(t);
	for (let i = 0; i < n.length; i++) for (let a = 0, o = n[i] * t; a < t; a++, o++) r[a] += e[o];
	return r.map((e) => e / n.length);
}
function Kl(e, t) {
	let n = 0;
	for (let r = 0; r < e.length; r++) n += e[r] * t[r];
	return n;
}
function ql(e, t) {
	let n = Kl(e, t);
	e.forEach((r, i) => e[i] = r - n * t[i]);
}
function Jl({ values: e, dim: t }, n, r, i) {
	let [a, o, s] = [
		new Float64Array(t),
		new Float64Array(t * t),
		new Float64Array(t)
	], c = 0;
	for (let l = 0; l < n.length; l++) if (l % zl === 4 === i) {
		c++;
		for (let i = 0, o = n[l] * t; i < t; i++, o++) a[i] += s[i] = e[o] - r[i];
		Yl(o, s);
	}
	return {
		n: c,
		total: a,
		products: o
	};
}
function Yl(e, t) {
	let n = t.length;
	for (let r = 0; r < n; r++) {
		let i = t[r];
		for (let a = 0, o = r * n; a <= r; a++, o++) e[o] += i * t[a];
	}
}
function Xl(e, t) {
	let n = (e, t) => e.map((e, n) => e + t[n]);
	return {
		n: e.n + t.n,
		total: n(e.total, t.total),
		products: n(e.products, t.products)
	};
}
function Zl(e, t) {
	return e.total.map((n, r) => n / e.n - t.total[r] / t.n);
}
function Ql(e, t) {
	let n = e.total.length, r = new Float64Array(n * n), i = Math.max(e.n + t.n - 2, 1);
	for (let a = 0; a < n; a++) for (let o = 0, s = a * n; o <= a; o++, s++) {
		let n = ({ n: e, total: t, products: n }) => n[s] - t[a] * t[o] / e;
		r[s] = (n(e) + n(t)) / i;
	}
	let a = $l(r, Zl(e, t)), o = 0;
	for (let r = 0; r < n; r++) o += a[r] * (e.total[r] / e.n + t.total[r] / t.n) / 2;
	return {
		normal: a,
		offset: o
	};
}
function $l(e, t) {
	let n = t.length, r = 0;
	for (let t = 0; t < n; t++) r += e[t * (n + 1)];
	let i = Rl * r / n;
	if (!(i > 0)) return t.slice();
	let a = e.slice();
	for (let e = 0; e < n; e++) a[e * (n + 1)] += i;
	return bo(a, t);
}
function eu(e, t) {
	let n = Kl(e, e), r = n > 0 ? Kl(e, t) / n : 1;
	return e.map((e) => e * r);
}
function tu({ values: e, dim: t }, n, r, i) {
	let a = Array.from({ length: n.length }, (e, t) => t).filter(i), o = a.length, s = Gl({
		values: e,
		dim: t
	}, a.map((e) => n[e])), c = a.reduce((e, t) => e + r[t], 0) / o, [l, u, d] = [
		new Float64Array(t * t),
		new Float64Array(t),
		new Float64Array(t)
	], f = 0;
	for (let i of a) {
		let a = r[i] - c;
		f += a * a;
		for (let r = 0, o = n[i] * t; r < t; r++, o++) d[r] = e[o] - s[r], u[r] += d[r] * a;
		Yl(l, d);
	}
	let p = (e) => e.map((e) => e / o);
	return {
		mean: s,
		level: c,
		scatter: p(l),
		joint: p(u),
		square: f / o
	};
}
// src/tools/moving/sum.ts
function nu(e, t, n, r, i) {
	if (!n.delta) return U(au(n.z, e.z, t.z, r));
	if (i === "activations") {
		let i = au(n.code, e.code, t.code, r);
		return {
			z: n.z,
			delta: n.delta.map((e, t) => e + i[t] - n.code[t]),
			code: i
		};
	}
	let a = r === 1 ? Ll(e.z, t.z, n.z, !0) : xi(au(n.z, e.z, t.z, r));
	return W(r === 0 ? n.z : a, au(n.delta, e.delta, t.delta, r));
}
function ru(e, t, n) {
	let [r, i] = n === "activations" ? [t.code, e.code] : [t.z, e.z];
	return {
		realm: n,
		vector: i.map((e, t) => e - r[t])
	};
}
async function iu(e, t, n) {
	let r = await wl(e, n), i = Float32Array.from(Gl(r, t));
	if (n === "z") return e.pure(e.isGan ? xi(i) : i);
	let { dim: a } = r, o = e.item(t[0]), s = i.map((e, n) => e - r.values[t[0] * a + n]);
	return {
		z: o.z,
		delta: s,
		code: i
	};
}
function au(e, t, n, r) {
	return e.map((e, i) => e + r * (t[i] - n[i]));
}
// src/tools/moving/arithmetic.ts
var ou = {
	name: "arithmetic",
	label: "Arithmetic",
	help: "A − B + C: what is to C as A is to B? Fill the three pictures; the data's own answers follow.",
	fits: ({ data: e }) => e.points.count > 0,
	open: (e) => new lu(e)
}, su = {
	A: "with what shall be added",
	B: "without it, else like A",
	C: "what it shall be added to"
}, cu = "Where the sum is taken: in the generator's first activations, or in its noise z", lu = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	slots;
	result = P("canvas", { "aria-hidden": "true" });
	go;
	keep;
	share;
	shareWords = P("output", {}, "1.00");
	realm = X("in", cu, "sum-realm", () => this.act(!0));
	alike;
	answers = P("p", {
		class: "gl-hint",
		hidden: !0
	}, "The data's own answers, the nearest first:");
	lane;
	stop;
	onKey = (e) => this.key(e);
	constructor(e) {
		this.bench = e;
		let { model: t } = e;
		this.slots = [
			"A",
			"B",
			"C"
		].map((t, n) => new jl(e, t, String(n + 1), su[t], (t) => {
			this.fill(n, t).catch(e.failed);
		}));
		let n = {
			activations: "the first activations",
			z: "the noise z"
		}, r = Cl(t);
		Z(this.realm.list, r.map((e) => ({
			value: e,
			name: n[e]
		}))), this.realm.element.hidden = r.length === 1;
		let i = {
			type: "button",
			class: "gl-step",
			"data-testid": "sum",
			disabled: !0
		}, a = "Go to the result";
		this.go = P("button", {
			...i,
			title: a,
			"aria-label": a,
			onclick: () => this.act(!0)
		}, this.result);
		let o = {
			type: "button",
			title: "Keep A − B as a direction, to move any point along",
			disabled: !0,
			"data-testid": "sum-keep"
		};
		this.keep = P("button", {
			...o,
			onclick: () => this.keepDifference()
		}, "Keep A − B"), this.share = this.slider(), this.alike = new Dl(e), this.lane = new R((e) => this.decode(e), ({ x: e, code: t, share: n }) => this.show(e, t, n), e.failed);
		let [s, c, l] = this.slots.map(({ element: e }) => e), u = P("div", { class: "gl-slot" }, P("b", {}, "result"), this.go, this.keep), d = (e) => P("span", { "aria-hidden": "true" }, e), f = P("label", {
			class: "gl-radius",
			title: "How much of A − B is added to C"
		}, "how much");
		f.append(this.share, this.shareWords);
		let p = P("div", {}, P("div", { class: "gl-sum" }, s, d("−"), c, d("+"), l, d("="), u), P("div", { class: "gl-tool-row" }, f, this.realm.element));
		this.element.append(P("div", { class: "gl-sum-area" }, p, P("div", {}, this.answers, this.alike.element))), this.stop = t.on((e) => {
			if (e === "pins" || e === "selection" || e === "tags") for (let e of this.slots) e.offer();
		}), window.addEventListener("keydown", this.onKey);
	}
	close() {
		this.stop(), this.lane.close(), window.removeEventListener("keydown", this.onKey);
	}
	get chosenRealm() {
		return this.realm.list.value;
	}
	get points() {
		let [e, t, n] = this.slots.map(({ known: e }) => e);
		return e && t && n ? [
			e,
			t,
			n
		] : null;
	}
	async fill(e, t) {
		let { model: n } = this.bench, r = "rows" in t ? await iu(n, await t.rows(), this.chosenRealm) : t.point, { codes: i, x: a } = await n.engine.batch([r]), o = "rows" in t ? -1 : t.row;
		this.slots[e].show({
			...r,
			code: i.slice()
		}, a, 0, o, t.words), this.points && this.act(!0);
	}
	act(e) {
		let { points: t } = this;
		if (!t) return;
		let n = Number(this.share.value);
		F(this.shareWords, I(n));
		let r = nu(...t, n, this.chosenRealm);
		e ? this.bench.model.settle(r, "vector") : this.bench.model.visit(r), this.lane.ask(n);
	}
	async decode(e) {
		let t = nu(...this.points, e, this.chosenRealm), { codes: n, x: r } = await this.bench.model.engine.batch([t]);
		return {
			x: r,
			code: n,
			share: e
		};
	}
	show(e, t, n) {
		let { model: r, painter: i } = this.bench;
		i.paint(this.result, e, 0, 110), this.go.disabled = this.keep.disabled = !1, this.go.dataset.share = String(n), this.answers.hidden = !1;
		let a = this.slots.map(({ row: e }) => e).filter((e) => e >= 0);
		(async () => this.alike.show(await wl(r, Cl(r)[0]), t, a))().catch(this.bench.failed);
	}
	keepDifference() {
		let { points: e } = this;
		if (!e) return;
		let { model: t } = this.bench, n = bl("A − B", t.directions);
		t.directions.push({
			name: n,
			...ru(e[0], e[1], this.chosenRealm)
		}), t.changed("directions"), F(this.keep, "Kept"), window.setTimeout(() => F(this.keep, "Keep A − B"), 1500);
	}
	slider() {
		return P("input", {
			type: "range",
			min: 0,
			max: 2,
			step: .01,
			value: 1,
			"aria-label": "How much of A − B is added to C",
			"data-testid": "sum-share",
			oninput: () => this.act(!1),
			onchange: () => this.act(!0)
		});
	}
	key(e) {
		let t = [
			"1",
			"2",
			"3"
		].indexOf(e.key);
		if (t < 0 || e.ctrlKey || e.metaKey || e.altKey || Kr(e.composedPath()[0])) return;
		let { hoverRow: n } = this.bench.model;
		this.slots[t].take(n >= 0 ? "item" : "here", n);
	}
}, uu = 9, du = 66, fu = 2;
function pu(e) {
	return [...e.directions.map((e) => hu(e)), ...e.data.latent.order.map((t) => mu(e, t))];
}
function mu(e, t) {
	let { low: n, high: r } = Ns(e.data, t);
	return {
		name: qa(e.data, t),
		at: (e, i) => {
			let a = e.z.slice();
			return a[t] = n + i * (r - n), {
				z: a,
				delta: e.delta,
				code: e.delta ? null : a
			};
		}
	};
}
function hu(e) {
	return {
		name: e.name,
		at: (t, n) => yl(t, e, fu * (2 * n - 1))
	};
}
function gu(e, t) {
	return {
		columns: uu,
		points: t.flatMap((t) => Su(uu).map((n) => t.at(e, n))),
		names: t.map(({ name: e }) => e)
	};
}
function _u(e, t, n) {
	return {
		columns: uu,
		points: Su(uu).reverse().flatMap((r) => Su(uu).map((i) => n.at(t.at(e, i), r)))
	};
}
function vu(e, t) {
	return e.fresh(du, Wa(t));
}
function yu(e, t) {
	return {
		columns: null,
		points: t.map((t) => e.pure(Qa(t, e.truncation)))
	};
}
function bu(e, t, n, r) {
	let i = Wa(r), { std: a } = e.prior();
	return {
		columns: null,
		points: Array.from({ length: du }, () => {
			let r = xu(q(e.data), i), o = t.z.map((e, t) => t < r.length ? e + n * a[t] * r[t] : e);
			return {
				z: o,
				delta: t.delta,
				code: t.delta ? null : o
			};
		})
	};
}
function xu(e, t) {
	let n = Ga(e, t), r = H(n) || 1;
	return n.map((e) => e / r);
}
function Su(e) {
	return Array.from({ length: e }, (t, n) => (n + .5) / e);
}
// src/tools/sheets/sheet.ts
var Cu = "Point at it to see it large, press it to go there", wu = 60, [Tu, Eu] = [52, 60], Du = class {
	bench;
	element = P("div", {
		class: "gl-sheet-grid",
		"data-testid": "sheet"
	});
	cells = [];
	sheet = {
		columns: null,
		points: []
	};
	asked = 0;
	peeked = null;
	busy = !1;
	waiting = !1;
	constructor(e) {
		this.bench = e;
	}
	show(e) {
		let t = e.points.length === this.sheet.points.length && e.columns === this.sheet.columns;
		this.peek(null), this.sheet = e, (!t || e.names) && this.build(), this.asked++, this.busy ? this.waiting = !0 : this.decode();
	}
	close() {
		this.asked++, this.waiting = !1, this.peek(null);
	}
	peek(e) {
		let { model: t } = this.bench;
		(e || this.peeked && t.live === this.peeked) && t.visit(e), this.peeked = e;
	}
	async decode() {
		this.busy = !0;
		do {
			this.waiting = !1;
			let e = this.asked, { points: t } = this.sheet;
			try {
				for (let n = 0; n < t.length && e === this.asked; n += wu) {
					let r = t.slice(n, n + wu), { x: i } = await this.bench.model.engine.batch(r);
					e === this.asked && this.paint(i, n, r.length);
				}
				e === this.asked && (this.element.dataset.painted = String(Number(this.element.dataset.painted ?? 0) + 1));
			} catch (t) {
				e === this.asked && this.bench.failed(t);
			}
		} while (this.waiting);
		this.busy = !1;
	}
	paint(e, t, n) {
		let { painter: r } = this.bench, i = e.length / n;
		for (let a = 0; a < n; a++) r.paint(this.cells[t + a].canvas, e, a * i, 44);
	}
	build() {
		let { columns: e, points: t, names: n } = this.sheet;
		this.cells = t.map((e, t) => this.cell(t)), this.element.style.gridTemplateColumns = this.template(), this.element.replaceChildren(), this.cells.forEach(({ button: t }, r) => {
			n && e && r % e === 0 && this.element.append(P("span", { class: "gl-sheet-name" }, n[r / e])), this.element.append(t);
		}), this.cells.length > 0 && (this.cells[0].button.tabIndex = 0);
	}
	template() {
		let { columns: e, names: t } = this.sheet;
		if (!e) return `repeat(auto-fill, minmax(${Tu}px, 1fr))`;
		let n = `${t ? "max-content " : ""}repeat(${e}, minmax(0, ${Eu}px))`;
		return t && this.element.clientWidth > 2 * e * Tu + 200 ? `${n} ${n}` : n;
	}
	cell(e) {
		let { model: t } = this.bench, n = P("canvas", { "aria-hidden": "true" }), { columns: r, names: i } = this.sheet, a = i && r ? `Go here: ${i[Math.floor(e / r)]}, picture ${e % r + 1}` : Cu;
		return {
			button: P("button", {
				type: "button",
				class: "gl-step",
				title: a,
				"aria-label": a,
				tabindex: -1,
				onclick: () => t.settle(this.sheet.points[e], "sheet"),
				onpointerenter: (t) => t.pointerType === "mouse" && this.peek(this.sheet.points[e]),
				onpointerleave: () => this.peek(null),
				onkeydown: (t) => this.walk(e, t)
			}, n),
			canvas: n
		};
	}
	walk(e, t) {
		let n = this.sheet.columns ?? getComputedStyle(this.element).gridTemplateColumns.split(" ").length, r = {
			ArrowLeft: -1,
			ArrowRight: 1,
			ArrowUp: -n,
			ArrowDown: n
		}[t.key], i = r === void 0 ? void 0 : this.cells[e + r];
		i && (t.preventDefault(), this.cells[e].button.tabIndex = -1, i.button.tabIndex = 0, i.button.focus(), this.peek(this.sheet.points[e + r]));
	}
}, Ou = {
	name: "sheets",
	label: "Sheets",
	help: "Many small pictures at once. Point at one to see it large, press it to go there.",
	fits: () => !0,
	open: (e) => new ju(e)
}, ku = [
	{
		value: "all",
		name: "every dimension"
	},
	{
		value: "grid",
		name: "two dimensions crossed"
	},
	{
		value: "random",
		name: "random draws"
	},
	{
		value: "around",
		name: "around this point"
	}
], Au = 8, ju = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	kind = X("Show", "What the sheet shows", "sheet-kind", () => this.chosen());
	across = X("across", "What changes from left to right", "sheet-across", () => this.show());
	up = X("up", "What changes from below upwards", "sheet-up", () => this.show());
	all;
	again;
	radius;
	radiusWords = P("output", {});
	radiusLine;
	view;
	stop;
	axes = [];
	drawn = {
		of: [],
		draws: Promise.resolve([])
	};
	seed = 1;
	asked = 0;
	count = Au;
	from;
	constructor(e) {
		this.bench = e;
		let { model: t } = e;
		this.from = t.settled, this.view = new Du(e), Z(this.kind.list, ku);
		let n = (e, t, n, r) => P("button", {
			type: "button",
			title: t,
			"data-testid": n,
			onclick: r
		}, e);
		this.all = n("Show all", "One line for every latent dimension", "sheet-all", () => {
			this.count = Infinity, this.show();
		}), this.again = n("Draw again", "Other random draws", "sheet-again", () => {
			this.seed++, this.show();
		});
		let r = Math.sqrt(t.data.latent.dim), i = "How far from the point, in standard deviations";
		this.radius = P("input", {
			type: "range",
			min: 0,
			max: 1.5 * r,
			step: .01,
			value: r / 2,
			"aria-label": i
		}), this.radius.dataset.testid = "sheet-radius", this.radius.oninput = () => this.show(), this.radiusLine = P("label", {
			class: "gl-radius",
			title: i
		}, "at", this.radius, this.radiusWords);
		let a = [
			this.kind.element,
			this.across.element,
			this.up.element,
			this.radiusLine,
			this.again,
			this.all
		];
		this.element.append(P("div", { class: "gl-tool-row" }, ...a), this.view.element), this.stop = t.on((e) => {
			e === "directions" && this.offer(), e === "settled" && t.source !== "sheet" && (this.from = t.settled, this.show());
		}), this.offer(), requestAnimationFrame(() => this.element.isConnected && this.chosen());
	}
	close() {
		this.asked++, this.stop(), this.view.close();
	}
	offer() {
		this.axes = pu(this.bench.model);
		let e = this.axes.map(({ name: e }) => ({
			value: e,
			name: e
		})), t = this.up.list.options.length === 0;
		Z(this.across.list, e), Z(this.up.list, e), t && (this.up.list.selectedIndex = Math.min(1, e.length - 1));
	}
	chosen() {
		let e = this.kind.list.value;
		this.across.element.hidden = this.up.element.hidden = e !== "grid", this.radiusLine.hidden = e !== "around", this.again.hidden = e !== "random" && e !== "around", this.from = this.bench.model.settled, this.show();
	}
	show() {
		let { model: e } = this.bench;
		this.asked++;
		let t = this.kind.list.value;
		if (this.all.hidden = t !== "all" || this.axes.length <= this.count, t === "all") this.view.show(gu(this.from, this.axes.slice(0, this.count)));
		else if (t === "grid") this.view.show(_u(this.from, this.axis(this.across.list), this.axis(this.up.list)));
		else if (t === "random") this.showRandom();
		else {
			let t = Number(this.radius.value);
			F(this.radiusWords, `${I(t)} \u03c3`), this.view.show(bu(e, this.from, t, this.seed));
		}
	}
	async showRandom() {
		let { model: e } = this.bench, t = [
			this.seed,
			e.keepsOff,
			e.arrays.codes
		];
		t.some((e, t) => e !== this.drawn.of[t]) && (this.drawn = {
			of: t,
			draws: vu(e, this.seed)
		});
		let n = ++this.asked, r = await this.drawn.draws;
		n === this.asked && this.view.show(yu(e, r));
	}
	axis(e) {
		return this.axes.find(({ name: t }) => t === e.value) ?? this.axes[0];
	}
}, Mu = 3, Nu = 2, Pu = [
	{
		name: "pca",
		label: "Where codes vary",
		help: "Principal axes of the data's codes (PCA): what differs most between items. A step is one standard deviation.",
		fits: ({ isGan: e }) => !e,
		find: async (e) => Fu(e, "PC")
	},
	{
		name: "ganspace",
		label: "Where activations vary",
		help: "Principal axes of the generator's first activations (GANSpace, Härkönen et al. 2020). A step is one standard deviation, taken in the activations.",
		fits: ({ isGan: e }) => e,
		find: async (e) => Fu(e, "PC")
	},
	{
		name: "ganspace-z",
		label: "Activations, carried to z",
		help: "The same axes, carried back to the noise z by regression: what z does on average when the activations go one standard deviation along an axis.",
		fits: ({ isGan: e }) => e,
		find: async ({ arrays: e, data: t }) => Nl(e.coords, t.map.k, e.codes, t.latent.dim).slice(0, 8).map((e, t) => Ru(`PC ${t + 1} in z`, e, Mu))
	},
	{
		name: "layer",
		label: "First layer's weights",
		help: "Directions of z that the model's first layer answers to most, read off its weights (SeFa, Shen & Zhou 2021). A step is one standard deviation of z.",
		fits: ({ data: e }) => e.directions !== null,
		find: async (e) => {
			let { vectors: t, strengths: n } = await zu(e.data.directions), r = await wl(e, "z");
			return t.slice(0, 8).map((t, i) => {
				let a = `stretched ${n[i].toFixed(2)} times by the first layer`;
				return Ru(`Layer ${i + 1}`, Lu(t, Iu(e, r, t)), Mu, a);
			});
		}
	},
	{
		name: "here",
		label: "At this point",
		help: "Directions of z in which the sample changes fastest right here: singular vectors of the decoder's Jacobian, by finite differences. They are other ones elsewhere.",
		local: !0,
		fits: ({ engine: e, isGan: t }) => !t || e.enter !== null,
		find: async (e) => {
			let { settled: t, engine: n, data: r } = e, { x: i } = await n.batch(Pl(t.z).map((t) => e.at(t))), { vectors: a, strengths: o } = Fl(i, r.latent.dim, 8), s = await wl(e, "z");
			return a.map((t, n) => {
				let r = `singular value ${o[n].toFixed(2)}: how far the sample moves for a step of length 1`;
				return Ru(`Here ${n + 1}`, Lu(t, Iu(e, s, t)), Nu, r);
			});
		}
	}
];
function Fu({ data: e, arrays: t, isGan: n }, r) {
	let { k: i, dim: a, varianceRatio: o } = e.map;
	return Array.from({ length: Math.min(i, 8) }, (e, s) => {
		let c = 0;
		for (let e = s; e < t.coords.length; e += i) c += t.coords[e] ** 2;
		let l = Math.sqrt(c * i / t.coords.length), u = t.components.slice(s * a, (s + 1) * a).map((e) => e * l), d = `${(100 * o[s]).toFixed(1)} % of the variance`;
		return {
			name: `${r} ${s + 1}`,
			realm: n ? "activations" : "z",
			vector: u,
			reach: Mu,
			about: d
		};
	});
}
function Iu(e, { values: t, dim: n }, r) {
	let { mean: i, variational: a } = e.data.latent, o = Kl(i, r), s = 0;
	for (let e = 0; e < t.length; e += n) {
		let i = -o;
		for (let a = 0; a < n; a++) i += t[e + a] * r[a];
		s += i * i;
	}
	let c = Math.sqrt(s * n / t.length) || 1;
	return a || e.isGan ? Math.max(c, 1) : c;
}
function Lu(e, t) {
	return Float32Array.from(e, (e) => e * t);
}
function Ru(e, t, n, r) {
	return {
		name: e,
		realm: "z",
		vector: Float32Array.from(t),
		reach: n,
		about: r
	};
}
async function zu(e) {
	let t = await fetch(e).catch(() => null);
	if (!t?.ok) throw Error("The first layer's directions could not be fetched; try again.");
	return t.json();
}
// src/tools/moving/kept.ts
var Bu = class {
	model;
	use;
	element = P("div", {
		class: "gl-tool-row gl-kept",
		"data-testid": "kept",
		"aria-label": "Kept directions"
	});
	stop;
	constructor(e, t) {
		this.model = e, this.use = t, this.stop = e.on((e) => e === "directions" && this.show()), this.show();
	}
	close() {
		this.stop();
	}
	show() {
		let { directions: e } = this.model;
		this.element.hidden = e.length === 0, this.element.replaceChildren(P("span", {}, "Kept:"), ...e.map((e) => this.chip(e)));
	}
	chip(e) {
		let { directions: t } = this.model, n = t.filter((t) => t !== e), r = "What you call this direction; type to rename it", i = P("input", {
			type: "text",
			value: e.name,
			title: r,
			"aria-label": r,
			maxlength: 60
		});
		i.onchange = () => {
			e.name = bl(i.value.trim() || e.name, n), this.model.changed("directions");
		};
		let a = P("button", {
			type: "button",
			title: "Move along it from where you are"
		}, "Use");
		a.onclick = () => this.use(e);
		let o = P("button", {
			type: "button",
			title: `Let go of ${e.name}`
		}, "×");
		return o.setAttribute("aria-label", `Let go of ${e.name}`), o.onclick = () => {
			t.splice(t.indexOf(e), 1), this.model.changed("directions");
		}, P("span", { class: "gl-kept-one" }, i, a, o);
	}
}, Vu = class {
	model;
	base;
	steps = [];
	directions = [];
	mine = null;
	stop;
	constructor(e, t) {
		this.model = e, this.base = e.settled, this.stop = e.on((n) => {
			if (n !== "settled") return;
			let { settled: r } = e;
			r.z === this.mine?.z && r.delta === this.mine.delta || r.z === this.base.z && r.delta === this.base.delta && !this.gone || (this.begin(), t());
		});
	}
	take(e) {
		this.directions = e, this.begin();
	}
	at(e, t) {
		return this.steps.map((n, r) => r === e ? t : n).reduce((e, t, n) => t === 0 ? e : yl(e, this.directions[n], t), this.base);
	}
	visit(e, t) {
		this.model.visit(this.at(e, t));
	}
	settle(e, t) {
		this.mine = this.at(e, t), this.steps[e] = t, this.model.settle(this.mine, "vector");
	}
	close() {
		this.stop();
	}
	get gone() {
		return this.steps.some((e) => e !== 0);
	}
	begin() {
		this.base = this.model.settled, this.mine = null, this.steps = this.directions.map(() => 0);
	}
};
function Hu(e) {
	return Array.from({ length: 9 }, (t, n) => e * (2 * n / 8 - 1));
}
var Uu = class {
	element;
	input;
	output = P("output", {}, "0.00");
	effect = P("span", {
		class: "gl-effect",
		hidden: !0
	});
	thumbs;
	buttons;
	reach;
	constructor(e, { visit: t, settle: n, keep: r }) {
		let { name: i, about: a } = e;
		this.reach = e.reach;
		let o = this.reach * 9 / 8, s = `Strength of ${i}, in steps; double click puts it back to 0`;
		this.input = P("input", {
			type: "range",
			min: -o,
			max: o,
			step: "any",
			value: 0,
			title: s,
			"aria-label": s,
			"data-testid": "strength",
			oninput: () => {
				this.say(Number(this.input.value)), t(Number(this.input.value));
			},
			onchange: () => n(Number(this.input.value)),
			ondblclick: () => n(0)
		}), this.thumbs = Hu(this.reach).map(() => P("canvas", { "aria-hidden": "true" })), this.buttons = Hu(this.reach).map((e, t) => P("button", {
			type: "button",
			class: "gl-step",
			title: e === 0 ? "Back to where this began" : `Go ${I(e)} steps along ${i}`,
			tabindex: -1,
			onclick: () => n(e)
		}, this.thumbs[t]));
		let c = r && P("button", {
			type: "button",
			title: "Keep this direction: it can then be used from any point, and others made orthogonal to it",
			"data-testid": "keep",
			onclick: r
		}, "Keep"), l = P("b", { title: a ?? i }, i);
		this.element = P("div", {
			class: "gl-direction",
			"data-testid": "direction",
			"data-name": i
		}, P("div", { class: "gl-direction-head" }, l, this.effect, this.output, c), this.input, P("div", {
			class: "gl-strip",
			"data-testid": "strip"
		}, ...this.buttons));
	}
	stand(e) {
		this.input.value = String(e), this.say(e);
	}
	paint(e, t) {
		let n = t.length / 9, r = e.item.modality === "points" ? t : void 0;
		this.thumbs.forEach((i, a) => e.paint(i, t, a * n, 44, r));
	}
	tell(e, t) {
		this.effect.hidden = !1, this.effect.style.setProperty("--gl-share", String(t > 0 ? e / t : 0)), F(this.effect, `${I(100 * e, 1)}\u202f% a step`), this.effect.title = "How much one step changes the sample from here: root mean square, of the value range";
	}
	say(e) {
		F(this.output, I(e));
		let t = (e / this.reach + 1) / 2, n = Math.round(t * 8);
		this.buttons.forEach((e, t) => e.setAttribute("aria-current", String(t === n)));
	}
};
// src/tools/moving/effect.ts
function Wu(e, t, n, r) {
	let i = e.length / t, a = (t - 1) / 2, [o, s] = [(a - 1) * i, (a + 1) * i], c = 4 * n / (t - 1), l = 0;
	for (let t = 0; t < i; t++) l += (e[s + t] - e[o + t]) ** 2;
	return Math.sqrt(l / i) / c / (r.max - r.min || 1);
}
// src/tools/moving/rows.ts
var Gu = class {
	bench;
	keep;
	byEffect;
	element = P("div", { class: "gl-directions" });
	aim;
	lane;
	rows = [];
	shown = [];
	unsorted = !1;
	constructor(e, t = null, n = !1) {
		this.bench = e, this.keep = t, this.byEffect = n, this.aim = new Vu(e.model, () => this.refresh()), this.lane = new R(async (t) => ({
			batch: await e.model.engine.batch(t.points),
			asked: t
		}), ({ batch: e, asked: t }) => this.paint(e, t), e.failed);
	}
	show(e) {
		this.shown = e, this.aim.take(e), this.rows = e.map((e, t) => new Uu(e, {
			visit: (e) => this.aim.visit(t, e),
			settle: (e) => {
				this.aim.settle(t, e), this.refresh();
			},
			keep: this.keep && (() => this.keep(e))
		})), this.element.replaceChildren(...this.rows.map(({ element: e }) => e)), this.unsorted = this.byEffect, this.refresh();
	}
	close() {
		this.aim.close(), this.lane.close();
	}
	refresh() {
		if (this.rows.forEach((e, t) => e.stand(this.aim.steps[t])), this.rows.length === 0) return;
		let e = this.shown.flatMap(({ reach: e }, t) => Hu(e).map((e) => this.aim.at(t, e)));
		this.lane.ask({
			points: e,
			start: performance.now(),
			sort: this.unsorted
		});
	}
	paint({ x: e }, { points: t, start: n, sort: r }) {
		if (t.length !== this.rows.length * 9) return;
		let { painter: i, model: a, request: o } = this.bench, s = e.length / t.length, c = this.rows.map((t, n) => {
			let r = e.subarray(n * 9 * s, (n + 1) * 9 * s);
			return t.paint(i, r), Wu(r, 9, this.shown[n].reach, a.data.item);
		}), l = Math.max(...c);
		if (this.rows.forEach((e, t) => e.tell(c[t], l)), r) {
			this.unsorted = !1;
			let e = this.rows.map((e, t) => t).sort((e, t) => c[t] - c[e]);
			this.element.replaceChildren(...e.map((e) => this.rows[e].element));
		}
		this.element.dataset.painted = String(Number(this.element.dataset.painted ?? 0) + 1), V("genlab.strips", n), o();
	}
}, Ku = {
	name: "directions",
	label: "Directions",
	help: "Directions found for you, the one that changes the sample most first. Drag a slider, or press a picture.",
	fits: (e) => Pu.some((t) => t.fits(e)),
	open: (e) => new qu(e)
}, qu = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	finders;
	way = X("Found by", "How directions are found", "found-by", () => this.find());
	again;
	words = P("p", { class: "gl-hint" });
	rows;
	kept;
	asked = 0;
	constructor(e) {
		this.bench = e, this.rows = new Gu(e, (e) => this.keep(e), !0), this.kept = new Bu(e.model, (e) => this.rows.show([{
			...e,
			reach: 3
		}])), this.finders = Pu.filter((t) => t.fits(e.model)), Z(this.way.list, this.finders.map(({ name: e, label: t }) => ({
			value: e,
			name: t
		})));
		let t = () => this.find();
		this.again = P("button", {
			type: "button",
			title: "Find the directions of the point where you are now",
			onclick: t,
			"data-testid": "found-again"
		}, "Find again here"), this.element.append(P("div", { class: "gl-tool-row" }, this.way.element, this.again), this.words, this.rows.element, this.kept.element), this.find();
	}
	close() {
		this.asked++, this.rows.close(), this.kept.close();
	}
	find() {
		let e = ++this.asked, t = this.finders.find(({ name: e }) => e === this.way.list.value);
		this.again.hidden = !t.local, F(this.words, t.help), t.find(this.bench.model).then((t) => e === this.asked && this.rows.show(t), (t) => e === this.asked && F(this.words, t.message));
	}
	keep({ name: e, realm: t, vector: n }) {
		let { model: r } = this.bench;
		r.directions.push({
			name: bl(e, r.directions),
			realm: t,
			vector: n
		}), r.changed("directions");
	}
}, Ju = 1e-6;
async function Yu(e, t) {
	let { toward: n, away: r, way: i, realm: a, apart: o } = t, s = await wl(e, a), { count: c } = e.data.points, l, u;
	if (n?.numbers) {
		let e = await n.numbers(), t = performance.now(), r = Int32Array.from(e.keys()).filter((t) => Number.isFinite(e[t]));
		if (r.length === 0) throw Error(`No item has a number for ${n.name}; choose another.`);
		l = Ul(s, r, e.length === r.length ? e : r.map((t) => e[t]), i), V("genlab.attribute", t), u = Zu(l.score);
	} else {
		let [e, t] = await Promise.all([n?.rows?.(), r?.rows?.()]);
		if (!e && !t) throw Error("Choose a group on at least one side; the other can be everything else.");
		let a = performance.now(), o = e ?? Al(t, c), d = t ?? Al(e, c);
		if (o.length === 0 || d.length === 0) throw Error("One of the two groups is empty; choose another.");
		l = Hl(s, o, d, i), V("genlab.attribute", a), u = `${$u(o.length)} against ${$u(d.length)} items. ${Xu(l.score)}`;
	}
	let d = ed(l.vector), f = Wl(l.vector, o);
	if (!(d > 0)) throw Error("Both lie in the same place, so there is no direction between them.");
	if (ed(f) < Ju * d) throw Error("Nothing is left of this direction: it is the one that it shall leave alone.");
	return o.length > 0 && (u += ` ${Math.round(100 * ed(f) / d)}\u202f% of its length is left.`), {
		attribute: {
			vector: f,
			score: l.score
		},
		words: u
	};
}
function Xu(e) {
	if (e === null) return "Too few items to test how well the codes tell them apart.";
	let t = e < .65 ? " – the model hardly knows this difference" : "";
	return `Held-out items told apart by a straight cut: ${Qu(e)} (chance is 50\u202f%)${t}.`;
}
function Zu(e) {
	if (e === null) return "Too few items to test how well the codes tell this number.";
	let t = e < .1 ? " – the model hardly knows this number" : "";
	return `Share of its variance that the codes tell, on held-out items: ${Qu(Math.max(e, 0))}${t}.`;
}
function Qu(e) {
	return `${(100 * e).toFixed(1)}\u202f%`;
}
function $u(e) {
	return e.toLocaleString("en");
}
function ed(e) {
	return Math.hypot(...e);
}
// src/tools/moving/vectors.ts
var td = 2, nd = "everything else", rd = {
	name: "vectors",
	label: "Attribute",
	help: "Add or take away what tells one group of items from another: a label, a factor, or your own selections.",
	fits: ({ data: e }) => e.points.count > 1,
	open: (e) => new id(e)
}, id = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	toward = X("Toward", "What a step leads toward", "vector-toward", () => this.find());
	away = X("away from", "What a step leads away from", "vector-away", () => this.find());
	way = X("by", ad, "vector-way", () => this.find());
	realm = X("in", od, "vector-realm", () => this.find());
	apart = X("leaving alone", sd, "vector-apart", () => this.find());
	words = P("p", {
		class: "gl-hint",
		role: "status",
		"data-testid": "vector-words"
	});
	rows;
	kept;
	stop;
	choices = [];
	asked = 0;
	constructor(e) {
		this.bench = e, this.rows = new Gu(e, (e) => this.keep(e)), this.kept = new Bu(e.model, ({ name: e }) => this.take(e)), Z(this.way.list, [{
			value: "means",
			name: "the means' difference"
		}, {
			value: "probe",
			name: "what tells them apart"
		}]);
		let t = Cl(e.model), n = {
			activations: "the first activations",
			z: "the noise z"
		};
		Z(this.realm.list, t.map((e) => ({
			value: e,
			name: n[e]
		}))), this.realm.element.hidden = t.length === 1;
		let r = [
			this.toward,
			this.away,
			this.way,
			this.realm,
			this.apart
		].map(({ element: e }) => e);
		this.element.append(P("div", { class: "gl-tool-row" }, ...r), this.words, this.rows.element, this.kept.element), this.stop = e.model.on((e) => {
			(e === "selection" || e === "tags" || e === "directions") && this.offer();
		}), this.offer(), this.find();
	}
	close() {
		this.asked++, this.stop(), this.rows.close(), this.kept.close();
	}
	offer() {
		this.choices = Ol(this.bench.model);
		let e = this.choices.map(({ name: e, under: t }, n) => ({
			value: cd(this.choices[n]),
			name: e,
			under: t
		})), t = e.filter((e, t) => this.choices[t].rows), n = this.toward.list.options.length === 0;
		Z(this.toward.list, [...e, {
			value: "",
			name: nd
		}]), Z(this.away.list, [{
			value: "",
			name: nd
		}, ...t]), n && (this.toward.list.selectedIndex = 0);
		let { directions: r } = this.bench.model;
		Z(this.apart.list, [
			{
				value: "",
				name: "nothing"
			},
			...r.map(({ name: e }) => ({
				value: `=${e}`,
				name: e
			})),
			...r.length > 1 ? [{
				value: "*",
				name: "all kept directions"
			}] : []
		]), this.apart.element.hidden = r.length === 0;
	}
	take(e) {
		this.toward.list.value = `Kept directions/${e}`, this.find();
	}
	find() {
		let e = ++this.asked;
		this.work(() => e === this.asked).catch((t) => {
			e === this.asked && (this.rows.show([]), F(this.words, t.message));
		});
	}
	async work(e) {
		let { model: t } = this.bench, n = (e) => this.choices.find((t) => cd(t) === e) ?? null, [r, i] = [n(this.toward.list.value), n(this.away.list.value)];
		for (let { list: e } of [
			this.away,
			this.way,
			this.realm
		]) e.disabled = r?.kept !== void 0;
		if (r?.numbers && (this.away.list.disabled = !0), r?.kept) return F(this.words, "A kept direction, from where you are."), this.rows.show([{
			...r.kept,
			reach: td
		}]);
		if (this.choices.length === 0) throw Error("Nothing is known of these items: select some with the Select tool, then come back.");
		let a = this.realm.list.value, o = this.apart.list.value, s = t.directions.filter((e) => e.realm === a && (o === "*" || o === `=${e.name}`)).map(({ vector: e }) => e), { attribute: c, words: l } = await Yu(t, {
			toward: r,
			away: i,
			way: this.way.list.value,
			realm: a,
			apart: s
		});
		if (!e()) return;
		F(this.words, l);
		let u = r?.numbers ? r.name : `${r?.name ?? nd} \u2212 ${i?.name ?? nd}`;
		this.rows.show([{
			name: u,
			realm: a,
			vector: Float32Array.from(c.vector),
			reach: td
		}]);
	}
	keep({ name: e, realm: t, vector: n }) {
		let { model: r } = this.bench;
		r.directions.push({
			name: bl(e, r.directions),
			realm: t,
			vector: n
		}), r.changed("directions");
	}
}, ad = "The means' difference brings along what usually comes with it; what tells them apart changes as little else as it can", od = "Where the step is taken: in the generator's first activations, where attributes lie straighter, or in its noise z", sd = "A kept direction that a step does not go along: the new one is made orthogonal to it";
function cd({ under: e, name: t }) {
	return `${e}/${t}`;
}
// src/tools/keep/picture.ts
var ld = {
	width: 360,
	height: 240
}, ud = 112;
function dd(e, t, n) {
	let { width: r, height: i } = ld, a = document.createElement("canvas");
	[a.width, a.height] = [r, i];
	let o = a.getContext("2d");
	o.fillStyle = t.theme.background, o.fillRect(0, 0, r, i);
	for (let t of e.element.querySelectorAll(":scope > canvas")) {
		let e = Math.min(t.width / r, t.height / i), [n, a] = [r * e, i * e];
		e > 0 && o.drawImage(t, (t.width - n) / 2, (t.height - a) / 2, n, a, 0, 0, r, i);
	}
	if (n) {
		let e = document.createElement("canvas");
		t.paint(e, n, 0, ud);
		let [a, s] = [r - ud - 8, i - ud - 8];
		o.fillRect(a - 4, s - 4, 120, 120), o.imageSmoothingEnabled = e.width > ud;
		let c = ud / Math.max(e.width, e.height), [l, u] = [e.width * c, e.height * c];
		o.drawImage(e, a + (ud - l) / 2, s + (ud - u) / 2, l, u);
	}
	return a;
}
// src/tools/keep/keeping.ts
var fd = 300, pd = 300, md = {
	name: "keep",
	label: "Bookmark",
	help: "Keep this point with its pins, path, map, view and selection, to come back to or to share by a link.",
	fits: (e, t) => t.keep !== void 0,
	open: (e) => new hd(e)
}, hd = class {
	bench;
	element = P("div", { class: "gl-tool-row" });
	note = P("input", {
		type: "text",
		placeholder: "what is to be seen here",
		maxlength: fd,
		"aria-label": "Note",
		"data-testid": "keep-note"
	});
	words = P("span", {
		class: "gl-hint",
		role: "status",
		"data-testid": "kept"
	});
	holder = P("span", { class: "gl-keep-picture" });
	stop;
	timer = 0;
	constructor(e) {
		this.bench = e;
		let t = P("button", {
			type: "button",
			title: "Keep this as a bookmark; the page lists it below the map, with its link",
			"data-testid": "keep-save",
			onclick: () => this.keep()
		}, "Keep bookmark");
		this.note.onkeydown = (e) => e.key === "Enter" && this.keep(), this.element.append(this.holder, this.note, t, this.words);
		let n = () => {
			clearTimeout(this.timer), this.timer = window.setTimeout(() => this.preview(), pd);
		};
		this.stop = e.model.on((e) => e !== "hover" && n()), this.preview();
	}
	close() {
		clearTimeout(this.timer), this.stop();
	}
	preview() {
		let { map: e, painter: t, model: n } = this.bench, r = dd(e, t, n.sample && n.sample.x);
		return r.setAttribute("role", "img"), r.setAttribute("aria-label", "The picture that is kept with the bookmark"), this.holder.replaceChildren(r), r;
	}
	keep() {
		let { model: e, map: t, maps: n, host: r } = this.bench, i = this.preview().toDataURL("image/webp", .85);
		r.keep?.({
			moment: Us(e, t, n),
			note: this.note.value.trim(),
			picture: i
		}), this.note.value = "", F(this.words, "Kept. It is listed below the map, with its link.");
	}
}, gd = 64;
function _d(e) {
	let { data: t, arrays: n } = e, { fields: r, count: a } = t.points, o = [];
	n.labels && o.push({
		name: "label",
		about: "The class of an item.",
		groups: async () => qs(e)
	});
	for (let e of r ?? []) {
		let t = () => i(e.values, a, `values of ${e.name}`), n = e.kind === "factor" ? "A factor of the data." : "A column of the data.";
		o.push(e.names.length > 0 ? {
			name: e.name,
			about: n,
			groups: async () => vd(e, await t())
		} : {
			name: e.name,
			about: n,
			numbers: t
		});
	}
	let { dim: s } = t.latent;
	for (let e = 0; e < Math.min(s, gd); e++) {
		let r = async () => Float32Array.from({ length: a }, (t, r) => n.codes[r * s + e]), i = e < q(t) ? "A latent dimension." : "The weight of a class in the code.";
		o.push({
			name: qa(t, e),
			about: i,
			numbers: r
		});
	}
	return o;
}
function vd({ name: e, names: t }, n) {
	let r = t.map(() => []);
	return n.forEach((e, t) => r[e]?.push(t)), t.map((t, n) => ({
		name: `${e}: ${t}`,
		kind: "label",
		rows: Int32Array.from(r[n])
	}));
}
function yd(e, t, n) {
	let r = [];
	for (let i = 0; i < e.length; i++) e[i] >= t && e[i] <= n && r.push(i);
	return Int32Array.from(r);
}
function bd(e, t) {
	let [n, r] = [Infinity, -Infinity];
	for (let t of e) t < n && (n = t), t > r && (r = t);
	n <= r || ([n, r] = [0, 1]);
	let i = new Int32Array(t), a = r > n ? t / (r - n) : 0;
	for (let r of e) Number.isNaN(r) || i[Math.min(Math.floor((r - n) * a), t - 1)]++;
	return {
		counts: i,
		low: n,
		high: r
	};
}
// src/state/search.ts
var xd = 8;
async function Sd(e, t) {
	let n = await Promise.all(t.filter(({ name: e }) => e !== "label").map((e) => e.groups?.() ?? []));
	return [...qs(e).map((e) => ({
		...e,
		name: `label: ${e.name}`
	})), ...n.flat()];
}
function Cd(e, t, n) {
	let r = n.trim().toLowerCase();
	if (r === "") return [];
	let i = ({ name: e }) => {
		let t = e.toLowerCase(), n = t.slice(t.indexOf(": ") + 2);
		return n === r || t === r ? 0 : n.startsWith(r) ? 1 : t.includes(r) ? 2 : 3;
	}, a = e.map((e) => ({
		group: e,
		rank: i(e)
	})).filter((e) => e.rank < 3).sort((e, t) => e.rank - t.rank).slice(0, xd).map(({ group: e }) => e), o = wd(r, t);
	return o.length > 0 && a.push({
		name: o.length === 1 ? `row ${o[0]}` : `rows ${r}`,
		rows: o
	}), a;
}
function wd(e, t) {
	let n = /* @__PURE__ */ new Set();
	for (let r of e.replace(/^(rows?|no\.?|#)\s*/, "").split(",")) {
		let e = /^\s*#?(\d{1,9})(?:\s*[-–]\s*#?(\d{1,9}))?\s*$/.exec(r);
		if (!e) return /* @__PURE__ */ new Int32Array();
		let i = Number(e[1]), a = Math.min(Number(e[2] ?? e[1]), t - 1);
		for (let e = i; e <= a; e++) n.add(e);
	}
	return Int32Array.from(n).sort();
}
// src/tools/select/finding.ts
var Td = class {
	bench;
	choose;
	element;
	input = P("input", {
		type: "search",
		placeholder: "label, value, 12, 40-90",
		"aria-label": "Find items by the name of a label or value, or by row number",
		"data-testid": "select-search"
	});
	found = P("span", {
		class: "gl-chips",
		"data-testid": "select-found"
	});
	known = [];
	constructor(e, t, n) {
		this.bench = e, this.choose = n, this.element = P("div", { class: "gl-tool-row" }, P("label", { class: "gl-axis" }, "find", this.input), this.found), this.input.oninput = () => this.show(), this.input.onkeydown = (e) => {
			e.key === "Enter" && this.found.querySelector("button")?.click();
		}, Sd(e.model, t).then((e) => this.known = e, e.failed);
	}
	show() {
		let { model: e } = this.bench, t = Ks(e).filter(({ kind: e }) => e === "tag"), n = Cd([...this.known, ...t], e.data.points.count, this.input.value), r = this.input.value.trim() === "" ? "" : "Nothing of that name, and no such row.";
		this.found.replaceChildren(...n.map(({ name: e, rows: t }) => Ed(e, t.length, () => this.choose(t)))), n.length === 0 && r && this.found.append(P("span", { class: "gl-hint" }, r));
	}
};
function Ed(e, t, n) {
	let r = `${e}: ${t.toLocaleString("en")} ${t === 1 ? "item" : "items"}`, i = P("span", { class: "gl-count" }, t.toLocaleString("en"));
	return P("button", {
		type: "button",
		class: "gl-chip",
		title: r,
		onclick: n
	}, P("b", {}, e), i);
}
// src/tools/select/how.ts
var Dd = {
	new: {
		name: "New",
		about: "What is chosen next takes the selection's place"
	},
	add: {
		name: "Add",
		about: "What is chosen next is added (also: hold Ctrl)"
	},
	subtract: {
		name: "Subtract",
		about: "What is chosen next is taken away (also: hold Alt)"
	},
	within: {
		name: "Within",
		about: "Only what is chosen next of the selection stays"
	}
};
function Od(e, t, n) {
	n === "new" ? e.set(t) : n === "add" ? e.add(t) : n === "subtract" ? e.subtract(t) : e.narrow(t);
}
function kd({ selection: e, hidden: t, plane: n }, r) {
	let { visible: i } = e, { labels: a } = n.cloud;
	return !i && (t.size === 0 || !a) ? r : r.filter((e) => !(i && !i[e]) && !(a && t.has(a[e])));
}
// src/tools/select/byField.ts
var Ad = 40, jd = class {
	bench;
	how;
	element;
	body = P("span", {
		class: "gl-chips",
		"data-testid": "select-values"
	});
	asked = 0;
	constructor(e, t, n) {
		this.bench = e, this.how = n;
		let r = P("select", {
			"aria-label": "Select by",
			"data-testid": "select-field"
		});
		r.append(...t.map(({ name: e, about: t }, n) => P("option", {
			value: n,
			title: t
		}, e))), r.onchange = () => this.show(t[Number(r.value)]).catch(e.failed), this.element = P("div", { class: "gl-tool-row" }, P("label", { class: "gl-axis" }, "by", r), this.body), this.element.hidden = t.length === 0, t.length > 0 && this.show(t[0]).catch(e.failed);
	}
	async show(e) {
		let t = ++this.asked, n = e.groups && await e.groups(), r = e.numbers && await e.numbers();
		t === this.asked && (n ? this.body.replaceChildren(...n.map(({ name: e, rows: t }) => this.group(e, t))) : r && this.body.replaceChildren(this.range(e.name, r)));
	}
	group(e, t) {
		return Ed(e.slice(e.indexOf(": ") + 1).trim(), t.length, () => Od(this.bench.model.selection, t, this.how()));
	}
	range(e, t) {
		let { model: n } = this.bench, { counts: r, low: i, high: a } = bd(t, Ad), o = P("canvas", {
			width: 480,
			height: 56,
			"aria-hidden": "true"
		}), s = P("output", {}), c = (t, n) => P("input", {
			type: "range",
			min: 0,
			max: 1,
			step: .005,
			value: n,
			"aria-label": `${t} ${e}`,
			title: `${t} ${e} that is selected`,
			"data-testid": `select-${t.toLowerCase()}`
		}), [l, u] = [c("Lowest", 0), c("Highest", 1)], d = null, f = (e) => i + Number(e) * (a - i), p = () => {
			let [e, t] = [f(l.value), f(u.value)];
			s.textContent = `${I(e)} to ${I(t)}`, Nd(o, r, Number(l.value), Number(u.value), this.bench.painter.theme.text);
		}, m = () => {
			Number(l.value) > Number(u.value) && (l.value = u.value), d ??= n.selection.rows();
			let e = yd(t, f(l.value), f(u.value)), r = Md(d, e, this.how(), t.length);
			n.selection.set(r), p();
		};
		for (let e of [l, u]) e.oninput = m, e.onchange = () => d = null;
		return p(), P("span", { class: "gl-range" }, P("span", { class: "gl-range-bars" }, o, P("span", { class: "gl-range-handles" }, l, u)), s);
	}
};
function Md(e, t, n, r) {
	if (n === "new") return t;
	let i = Bs(t, r);
	return n === "subtract" ? e.filter((e) => !i[e]) : n === "within" ? e.filter((e) => i[e]) : Int32Array.from(/* @__PURE__ */ new Set([...e, ...t]));
}
function Nd(e, t, n, r, i) {
	let a = e.getContext("2d"), { width: o, height: s } = e, c = Math.max(...t, 1), l = o / t.length;
	a.clearRect(0, 0, o, s), a.fillStyle = i, t.forEach((e, i) => {
		let o = (i + 1) / t.length > n && i / t.length < r;
		a.globalAlpha = o ? .85 : .25;
		let u = e > 0 ? Math.max(e / c * s, 1) : 0;
		a.fillRect(i * l, s - u, l - 2, u);
	});
}
// src/math/polygon.ts
var Pd = 128;
function Fd(e, t, n) {
	if (n.length < 3) return /* @__PURE__ */ new Int32Array();
	let [r, i] = Rd(n.map(([e]) => e)), [a, o] = Rd(n.map(([, e]) => e)), s = o > a ? Pd / (o - a) : 0, c = (e) => Math.min(Math.floor((e - a) * s), 127), l = Array.from({ length: Pd }, () => []);
	n.forEach(([, e], t) => {
		let r = n[(t + 1) % n.length][1];
		for (let n = c(Math.min(e, r)); n <= c(Math.max(e, r)); n++) l[n].push(t);
	});
	let u = [];
	for (let s = 0; s < e.length; s++) {
		let [d, f] = [e[s], t[s]];
		if (d < r || d > i || f < a || f > o) continue;
		let p = !1;
		for (let e of l[c(f)]) {
			let [t, r] = n[e], [i, a] = n[(e + 1) % n.length];
			r > f != a > f && d < t + (f - r) / (a - r) * (i - t) && (p = !p);
		}
		p && u.push(s);
	}
	return Int32Array.from(u);
}
function Id(e, t, [n, r], [i, a]) {
	let [o, s] = Rd([n, i]), [c, l] = Rd([r, a]), u = [];
	for (let n = 0; n < e.length; n++) e[n] >= o && e[n] <= s && t[n] >= c && t[n] <= l && u.push(n);
	return Int32Array.from(u);
}
function Ld(e, t, [n, r], [i, a], o) {
	let [s, c] = [i - n, a - r], l = s * s + c * c, u = [];
	for (let i = 0; i < e.length; i++) {
		let [a, d] = [e[i] - n, t[i] - r], f = l > 0 ? Math.min(Math.max((a * s + d * c) / l, 0), 1) : 0, [p, m] = [a - f * s, d - f * c];
		p * p + m * m <= o * o && u.push(i);
	}
	return Int32Array.from(u);
}
function Rd(e) {
	return [Math.min(...e), Math.max(...e)];
}
// src/tools/select/gesture.ts
var zd = 4, Bd = 2, Vd = class {
	bench;
	shape = "lasso";
	how = "new";
	brushPx = 22;
	line = [];
	now = "new";
	moved = !1;
	hover;
	at = null;
	constructor(e) {
		this.bench = e, this.hover = (t) => {
			let n = e.map.element.getBoundingClientRect();
			this.at = t.type === "pointermove" ? [t.clientX - n.left, t.clientY - n.top] : null, this.shape === "brush" && e.request();
		}, e.map.element.addEventListener("pointermove", this.hover), e.map.element.addEventListener("pointerleave", this.hover);
	}
	close() {
		this.bench.map.element.removeEventListener("pointermove", this.hover), this.bench.map.element.removeEventListener("pointerleave", this.hover);
	}
	grab(e, t, n) {
		return this.shape ? (this.now = n.ctrlKey || n.metaKey ? "add" : n.altKey ? "subtract" : this.how, this.line = [[e, t]], this.moved = !1, this.bench.model.visit(null), !0) : !1;
	}
	drag(e, t) {
		let [n, r] = this.line[this.shape === "box" ? 0 : this.line.length - 1];
		if (!this.moved && Math.hypot(e - n, t - r) < zd) return;
		let i = !this.moved;
		this.moved = !0, this.shape === "brush" ? this.paint(e, t, i) : this.shape === "box" ? this.line = [this.line[0], [e, t]] : Math.hypot(e - n, t - r) >= Bd && this.line.push([e, t]), this.bench.request();
	}
	drop(e, t) {
		let { model: n, map: r } = this.bench;
		if (this.moved) this.shape !== "brush" && this.choose();
		else {
			let i = n.under(r.view.toPlace(e, t));
			i && n.settle(i, "map");
		}
		this.cancel();
	}
	cancel() {
		this.line = [], this.bench.request();
	}
	draw({ context: e, theme: t }) {
		let { line: n, shape: r } = this;
		if (e.save(), e.lineWidth = 1.75 * t.scale, e.setLineDash([6, 4]), e.strokeStyle = t.text, e.fillStyle = t.primary, r === "brush" && this.at) e.beginPath(), e.arc(...this.at, this.brushPx, 0, 2 * Math.PI), e.stroke();
		else if (r !== "brush" && n.length > 1) {
			if (e.beginPath(), r === "box") e.rect(...n[0], n[1][0] - n[0][0], n[1][1] - n[0][1]);
			else for (let [t, r] of n) e.lineTo(t, r);
			e.closePath(), e.globalAlpha = .14, e.fill(), e.globalAlpha = 1, e.stroke();
		}
		e.restore();
	}
	choose() {
		let e = performance.now(), { model: t, map: n } = this.bench, { xs: r, ys: i } = n.cloud, a = this.line.map(([e, t]) => n.view.toPlace(e, t)), o = this.shape === "box" ? Id(r, i, a[0], a[1]) : Fd(r, i, a);
		Od(t.selection, kd(t, o), this.now), V("genlab.lasso", e);
	}
	paint(e, t, n) {
		let { model: r, map: i } = this.bench, { xs: a, ys: o } = i.cloud, s = this.line[this.line.length - 1], [c, l] = [i.view.toPlace(...s), i.view.toPlace(e, t)], u = kd(r, Ld(a, o, c, l, this.brushPx / i.view.scale));
		Od(r.selection, u, n || this.now !== "new" ? this.now : "add"), this.line = [[e, t]];
	}
}, Hd = 40, Ud = 32, Wd = class {
	bench;
	choose;
	element;
	input = P("input", {
		type: "text",
		placeholder: "name this selection",
		maxlength: Hd,
		"aria-label": "Name for this selection",
		"data-testid": "tag-name"
	});
	keep;
	list = P("span", {
		class: "gl-chips",
		"data-testid": "tags"
	});
	stop;
	constructor(e, t) {
		this.bench = e, this.choose = t;
		let n = () => this.tag();
		this.keep = P("button", {
			type: "button",
			title: "Keep this selection as a group under this name",
			"data-testid": "tag-keep",
			onclick: n
		}, "Keep as group"), this.input.onkeydown = (e) => e.key === "Enter" && this.tag(), this.input.oninput = () => this.draw(), this.element = P("div", { class: "gl-tool-row" }, this.input, this.keep, this.list), this.stop = e.model.on((e) => (e === "tags" || e === "selection") && this.draw()), this.draw();
	}
	close() {
		this.stop();
	}
	tag() {
		let { model: e } = this.bench, t = this.input.value.trim();
		if (this.keep.disabled || t === "") return;
		let n = {
			name: t,
			kind: "tag",
			rows: e.selection.rows()
		}, r = e.tags.filter((e) => e.name !== t);
		this.input.value = "", this.set([...r, n]);
	}
	set(e) {
		let { model: t } = this.bench;
		t.tags.splice(0, t.tags.length, ...e), t.changed("tags");
	}
	draw() {
		let { tags: e, selection: t } = this.bench.model, n = e.length >= Ud && !e.some(({ name: e }) => e === this.input.value.trim());
		this.keep.disabled = t.count === 0 || this.input.value.trim() === "" || n, this.list.replaceChildren(...e.map((e) => this.entry(e)));
	}
	entry(e) {
		let t = `Forget the group ${e.name}; its items stay`, n = P("button", {
			type: "button",
			class: "gl-only",
			title: t,
			"aria-label": t,
			onclick: () => this.set(this.bench.model.tags.filter((t) => t !== e))
		}, "×"), r = Ed(e.name, e.rows.length, () => this.choose(e.rows));
		return r.classList.add("gl-class"), P("span", { class: "gl-class-group" }, r, n);
	}
}, Gd = 24, Kd = 90, qd = class {
	bench;
	element;
	strip = P("div", {
		class: "gl-thumbs",
		"data-testid": "select-thumbs"
	});
	words = P("span", { class: "gl-hint" });
	back;
	on;
	first = 0;
	timer = 0;
	rows = /* @__PURE__ */ new Int32Array();
	constructor(e) {
		this.bench = e;
		let t = (e, t, n) => P("button", {
			type: "button",
			title: t,
			"aria-label": t,
			onclick: () => this.turn(n)
		}, e);
		this.back = t("‹", "Selected items before these", -24), this.on = t("›", "Selected items after these", Gd);
		let n = P("div", { class: "gl-tool-row" }, this.words, this.back, this.on);
		this.element = P("div", { class: "gl-tool-body" }, this.strip, n);
	}
	show(e) {
		this.rows = e, this.first = 0, clearTimeout(this.timer), this.timer = window.setTimeout(() => this.draw(), Kd);
	}
	close() {
		clearTimeout(this.timer);
	}
	turn(e) {
		this.first = Math.max(0, Math.min(this.first + e, this.rows.length - 1)), this.draw();
	}
	draw() {
		let { rows: e, first: t } = this, n = Array.from(e.subarray(t, t + Gd));
		this.element.hidden = e.length === 0;
		let r = `${(t + 1).toLocaleString("en")}\u2013${(t + n.length).toLocaleString("en")}`;
		F(this.words, `Items ${r} of the ${e.length.toLocaleString("en")} selected, by row`), this.back.hidden = this.on.hidden = e.length <= Gd, this.back.disabled = t === 0, this.on.disabled = t + Gd >= e.length;
		let i = () => this.point(-1);
		this.strip.onmouseleave = i, this.strip.replaceChildren(...n.map((e) => this.thumb(e)));
	}
	thumb(e) {
		let { model: t, items: n, painter: r, failed: i } = this.bench, a = t.data.points.labelNames[t.arrays.labels?.[e] ?? -1], o = `Go to ${t.isGan ? "sample" : "item"} no. ${e}${a ? `, class ${a}` : ""}`, s = P("canvas", { "aria-hidden": "true" }), c = P("button", {
			type: "button",
			class: "gl-step",
			title: o,
			"aria-label": o,
			"data-row": e
		}, s);
		return c.onclick = () => t.settle(t.item(e), "item"), c.onmouseenter = c.onfocus = () => this.point(e), c.onblur = () => this.point(-1), n.item(e).then((t) => {
			r.paint(s, t, 0, 44), c.dataset.shown = String(e);
		}, i), c;
	}
	point(e) {
		let { model: t } = this.bench;
		t.hoverRow !== e && (t.hoverRow = e, t.changed("hover"), this.bench.request());
	}
}, Jd = {
	name: "select",
	label: "Select",
	help: "Choose items: draw around them on the map, find them by name or number, or take a range.",
	fits: (e) => e.data.points.count > 0,
	open: (e) => new Zd(e)
}, Yd = {
	lasso: {
		name: "Lasso",
		about: "Draw around points on the map; press again to move the point as before"
	},
	box: {
		name: "Box",
		about: "Pull a box over points on the map; press again to move the point as before"
	},
	brush: {
		name: "Brush",
		about: "Paint over points on the map; press again to move the point as before"
	}
}, Xd = {
	shown: {
		name: "Shown",
		about: "Show all items alike"
	},
	grey: {
		name: "Grey",
		about: "Grey what is not selected"
	},
	hidden: {
		name: "Hidden",
		about: "Show the selected items alone"
	}
}, Zd = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	gesture;
	words = P("b", {
		role: "status",
		"data-testid": "selected"
	});
	needsSome = [];
	thumbs;
	tags;
	size;
	stop;
	constructor(e) {
		this.bench = e;
		let { model: t } = e;
		this.gesture = new Vd(e);
		let n = (e) => Od(t.selection, e, this.gesture.how), r = _d(t);
		this.thumbs = new qd(e), this.tags = new Wd(e, n), this.size = this.brushSize(), this.element.append(P("div", { class: "gl-tool-row" }, this.shapes(), this.size, this.hows(), this.outcome(), this.rests()), new Td(e, r, n).element, new jd(e, r, () => this.gesture.how).element, this.tags.element, this.thumbs.element), this.stop = t.on((e) => e === "selection" && this.show()), this.show();
	}
	draw(e) {
		this.gesture.draw(e);
	}
	close() {
		this.stop(), this.gesture.close(), this.tags.close(), this.thumbs.close();
	}
	show() {
		let { selection: e, data: t } = this.bench.model, { count: n } = e;
		F(this.words, `${n.toLocaleString("en")} of ${t.points.count.toLocaleString("en")} selected`);
		for (let e of this.needsSome) e.disabled = n === 0;
		this.thumbs.show(e.rows());
	}
	shapes() {
		return Qd("Select on the map with", Yd, "shape", this.gesture.shape, (e, t) => (this.gesture.shape = t ? null : e, this.size.hidden = this.gesture.shape !== "brush", this.bench.request(), this.gesture.shape));
	}
	hows() {
		return Qd("What is chosen next", Dd, "how", this.gesture.how, (e) => this.gesture.how = e);
	}
	rests() {
		let { selection: e } = this.bench.model;
		return P("span", { class: "gl-tool-group" }, "the rest", Qd("The rest is", Xd, "rest", e.rest, (t) => (e.setRest(t), t)));
	}
	outcome() {
		let { selection: e } = this.bench.model;
		this.needsSome.push(P("button", {
			type: "button",
			title: "Select nothing",
			onclick: () => e.clear(),
			"data-testid": "select-clear"
		}, "Clear"));
		let t = P("button", {
			type: "button",
			title: "Select what is not selected, and the other way round",
			onclick: () => e.invert()
		}, "Invert");
		return P("span", { class: "gl-tool-group" }, this.words, ...this.needsSome, t);
	}
	brushSize() {
		let e = P("input", {
			type: "range",
			min: 6,
			max: 80,
			value: this.gesture.brushPx,
			"aria-label": "Brush size"
		});
		return e.oninput = () => this.gesture.brushPx = Number(e.value), P("label", {
			class: "gl-tool-group",
			hidden: !0,
			title: "How wide the brush is"
		}, "size", e);
	}
};
function Qd(e, t, n, r, i) {
	let a = /* @__PURE__ */ new Map(), o = (e) => {
		for (let [t, n] of a) n.setAttribute("aria-pressed", String(t === e));
	};
	for (let e of Object.keys(t)) {
		let { name: r, about: s } = t[e], c = {
			type: "button",
			class: "gl-tool",
			title: s,
			"data-testid": `${n}-${e}`,
			onclick: () => o(i(e, a.get(e).getAttribute("aria-pressed") === "true"))
		};
		a.set(e, P("button", c, r));
	}
	return o(r), P("span", {
		class: "gl-choice",
		role: "group",
		"aria-label": e
	}, ...a.values());
}
// src/tools/guests/guests.ts
var $d = 64, ef = 2048, tf = 2.6, nf = 72, rf = 14, af = {
	name: "guests",
	label: "Two models",
	help: "Lay another model’s samples on this map, where this model’s encoder places them.",
	fits: ({ data: e, engine: t }) => e.company !== null && t.encode !== null,
	open: (e) => new of(e)
}, of = class {
	bench;
	element;
	select = P("select", {
		"aria-label": "Whose samples",
		"data-testid": "guests-run"
	});
	words = P("output", {
		class: "gl-hint",
		"data-testid": "guests-words"
	});
	near = P("canvas", {
		class: "gl-thumb",
		"data-testid": "guests-near",
		"aria-hidden": "true"
	});
	link = P("a", {
		target: "_top",
		hidden: !0
	}, "Open the two side by side");
	ends = new AbortController();
	listed = [];
	shown = null;
	asked = 0;
	nearRow = -1;
	constructor(e) {
		this.bench = e, this.select.onchange = () => this.choose();
		let t = P("div", { class: "gl-guests-near" }, this.near), n = P("div", { class: "gl-time-row" }, P("label", {}, "Samples of ", this.select), this.words);
		this.element = P("div", { class: "gl-guests" }, P("div", {}, n, this.link), t), this.list().catch(this.failed);
	}
	close() {
		this.ends.abort(), this.shown = null, this.bench.request();
	}
	draw(e) {
		if (!this.shown) return;
		let { context: t, theme: n, view: r } = e, { plane: i, live: a } = this.bench.model, o = this.shown.points.map((e) => {
			let t = i.place(e);
			return t && r.toScreen(...t);
		});
		t.beginPath();
		for (let e of o) e && (t.moveTo(e[0] + tf, e[1]), t.arc(e[0], e[1], tf, 0, 2 * Math.PI));
		t.globalAlpha = .6, t.lineWidth = n.scale, t.strokeStyle = n.text, t.stroke(), t.globalAlpha = 1;
		let s = a && i.place(a);
		this.point(s ? r.toScreen(...s) : null, o, e);
	}
	point(e, t, { context: n, theme: r }) {
		let [i, a] = [-1, rf];
		t.forEach((t, n) => {
			let r = e && t ? Math.hypot(t[0] - e[0], t[1] - e[1]) : Infinity;
			r < a && ([i, a] = [n, r]);
		});
		let o = t[i];
		o && (n.beginPath(), n.arc(o[0], o[1], 2 * tf, 0, 2 * Math.PI), n.fillStyle = r.text, n.fill()), i === this.nearRow || i < 0 || (this.nearRow = i, this.paint(i).catch(this.failed));
	}
	async paint(e) {
		let { shown: t } = this;
		if (!t) return;
		let n = await t.items.item(e);
		this.nearRow === e && this.shown === t && (this.bench.painter.paint(this.near, n, 0, nf), F(this.words, `${t.points.length} samples of ${t.name}; under your hand no. ${e}`));
	}
	async list() {
		let e = await fetch(this.bench.model.data.company, { signal: this.ends.signal });
		if (!e.ok) throw Error(await e.text());
		this.listed = await e.json(), this.select.replaceChildren(...this.listed.map(({ run: e, name: t }) => P("option", { value: e }, t))), this.select.disabled = this.listed.length === 0, this.listed.length === 0 ? F(this.words, "There is no generator of such items yet; train a GAN on this data.") : this.choose();
	}
	choose() {
		let e = this.listed[this.select.selectedIndex];
		this.shown = null, this.link.hidden = !1, this.link.href = `/explore?run=${this.bench.model.data.run.id}&beside=${e.run}`, this.load(e, ++this.asked).catch(this.failed);
	}
	async load({ name: e, view: t }, n) {
		let { model: r } = this.bench, i = await fetch(t, { signal: this.ends.signal });
		if (!i.ok) throw Error(await i.text());
		let a = await i.json(), o = new sr(a, () => Promise.reject(/* @__PURE__ */ Error("This model has no samples."))), { blockSize: s, count: c } = a.points.items, l = [], { dim: u } = r.data.latent;
		for (let e = 0; e < Math.min(c, ef); e += $d) {
			let t = await o.block(Math.floor(e / s)), i = e % s * o.size, a = t.slice(i, i + $d * o.size), { mu: d } = await r.engine.encode(a, a.length / o.size);
			if (n !== this.asked || this.ends.signal.aborted) return;
			for (let e = 0; e < d.length; e += u) l.push(U(d.slice(e, e + u)));
			F(this.words, `Placing the samples: ${l.length} of ${Math.min(c, ef)}\u2026`), await new Promise((e) => requestAnimationFrame(e));
		}
		this.shown = {
			points: l,
			items: o,
			name: e
		}, F(this.words, `${l.length} samples of ${e}`), this.element.dataset.ready = String(l.length), this.bench.request();
	}
	failed = (e) => {
		this.ends.signal.aborted || this.bench.failed(e);
	};
};
// src/live/words.ts
function sf(e) {
	return e === 1 ? "1 sample lies" : `${e.toLocaleString("en")} samples lie`;
}
function cf(e, t = 1) {
	return e.toLocaleString("en", {
		minimumFractionDigits: t,
		maximumFractionDigits: t
	});
}
// src/tools/time/past.ts
async function lf(e) {
	return vf(e);
}
async function uf(e, t, n, r) {
	let { step: i, epoch: a } = t;
	t.ready && n === null || await rl(e, "moment", {
		moment: i,
		map: n
	}, r);
	let o = n === null ? "" : `?map=${encodeURIComponent(n)}`, s = await vf(`${e.data.epochs}/${i}${o}`, r), c = {
		...s.view,
		maps: e.data.maps
	}, [l, u] = await Promise.all([df(e, c), Un(c)]);
	return await ff(e, u), {
		step: i,
		epoch: a,
		data: c,
		arrays: l,
		engine: u,
		tsne: s.tsne && await pf(c, s.tsne)
	};
}
async function df(e, { points: t, latent: n, map: r }) {
	if (t.count !== e.data.points.count) throw Error("The data have changed since; reload the page.");
	let [a, o, s, c] = await Promise.all([
		i(r.coords, t.count * r.k, "map coordinates"),
		i(r.mean, r.dim, "map's means"),
		i(r.components, r.k * r.dim, "map components"),
		e.isGan ? e.arrays.codes : i(t.codes, t.count * n.dim, "codes")
	]);
	return {
		coords: a,
		mean: o,
		components: s,
		codes: c,
		labels: e.arrays.labels
	};
}
async function ff(e, t) {
	let n = e.item(0), { codes: r } = await t.batch([n]);
	await t.decoder.decode(r, 1), t.enter && await t.enter(n.z, 1);
}
async function pf({ points: e }, { url: t, spacing: n }) {
	return {
		coords: await i(t, 2 * e.count, "places"),
		spacing: n,
		neighbors: 8,
		names: ["t-SNE 1", "t-SNE 2"],
		real: null
	};
}
function mf(e, t, { method: n, axes: r }) {
	let { data: i, arrays: a, tsne: o } = t;
	if (n === "tsne" && o) return _f(e, t, o);
	let s = n === "raw" ? eo(i, a) : hf(i, a), [c, l] = r;
	return new no(s, c < s.map.k && l < s.map.k && c !== l ? r : [0, Math.min(1, s.map.k - 1)], a.labels);
}
function hf(e, t) {
	let n = e.map.varianceRatio.map((e, t) => `axis ${t + 1} (${Math.round(100 * e)}\u202f%)`);
	return {
		...$a(e, t),
		names: n
	};
}
var gf = /* @__PURE__ */ new WeakMap();
function _f(e, t, n) {
	let { data: r, arrays: i } = t, a = gf.get(t);
	if (a) return a;
	let { map: o, latent: s } = r, { coords: c, mean: l, components: u, codes: d, labels: f } = i, p = {
		dim: o.dim,
		k: o.k,
		mean: l,
		components: u
	}, m = e.isGan ? new Ia(c, o.k, (e) => za(p, e)) : new Ia(d, s.dim, (e) => e), h = new so(n, {
		table: d,
		dim: s.dim,
		labels: f,
		deltaDim: e.deltaDim,
		neighbors: m
	});
	return gf.set(t, h), h;
}
async function vf(e, t) {
	let n = await fetch(e, { signal: t ?? null });
	if (!n.ok) throw Error(await n.text() || `The server answered ${n.status}.`);
	return await n.json();
}
// src/tools/time/rewind.ts
var yf = class {
	model;
	items;
	now;
	constructor(e, t) {
		this.model = e, this.items = t, this.now = {
			data: e.data,
			arrays: { ...e.arrays },
			engine: { ...e.engine }
		};
	}
	to({ data: e, arrays: t, engine: n }, r) {
		let { model: i } = this, { points: a, run: o, models: s, ...c } = this.now.data, { logvar: l } = e.points, u = !i.rewound;
		i.rewound = !0, this.items.remade = i.isGan, this.take({
			data: {
				...c,
				models: e.models,
				run: {
					...o,
					step: e.run.step
				},
				points: {
					...a,
					logvar: l
				}
			},
			arrays: t,
			engine: n
		}), i.show(r, u ? "plane" : "moved"), this.tell();
	}
	end() {
		let { model: e } = this;
		e.rewound && (e.rewound = !1, this.items.remade = !1, this.take(this.now), this.tell());
	}
	take({ data: e, arrays: t, engine: n }) {
		let { model: r } = this;
		r.data = e, Object.assign(r.arrays, t), Object.assign(r.engine, n), r.settled = r.source === "item" && r.nearest.row >= 0 && !r.isGan ? r.item(r.nearest.row) : bf(r.settled), r.live = null;
		let { pins: i } = r;
		i.a &&= bf(i.a), i.b &&= bf(i.b);
	}
	tell() {
		this.model.changed("time"), this.model.changed("pins");
	}
};
function bf({ z: e, delta: t }) {
	let n = e.slice();
	return {
		z: n,
		delta: t,
		code: t ? null : n
	};
}
// src/tools/time/time.ts
var xf = 350, Sf = {
	name: "time",
	label: "Time",
	help: "Go back through the training: map, samples and strips rewind together.",
	fits: ({ data: e, engine: t }) => e.epochs !== null && e.ask !== null && t.note === "",
	open: (e) => new Cf(e)
}, Cf = class {
	bench;
	element;
	slider;
	play;
	words = P("output", {
		class: "gl-hint",
		"data-testid": "time-words"
	});
	progress = P("progress", {
		"aria-label": "Checkpoints prepared",
		hidden: !0
	});
	rewind;
	unhear;
	ends = new AbortController();
	chosen = "";
	listed = [];
	past = [];
	shown = -1;
	timer = 0;
	constructor(e) {
		this.bench = e, this.rewind = new yf(e.model, e.items);
		let t = "How far the training had come; arrow keys go from checkpoint to checkpoint";
		this.slider = P("input", {
			type: "range",
			min: 0,
			max: 1,
			step: 1,
			value: 1,
			title: t,
			"aria-label": t,
			"data-testid": "time-slider",
			oninput: () => this.scrub()
		});
		let n = {
			type: "button",
			title: "Play the training, from its beginning or from here",
			"data-testid": "time-play",
			onclick: () => this.toggle()
		};
		this.play = P("button", n, "Play");
		let r = P("div", { class: "gl-time-row" }, this.words, this.progress);
		this.element = P("div", { class: "gl-time" }, P("div", { class: "gl-time-row" }, this.play, this.slider), r), this.unhear = e.maps.on(() => this.mapChanged()), this.mapChanged();
	}
	close() {
		this.unhear(), this.halt(), this.end(), this.bench.maps.begin();
	}
	mapChanged() {
		let { choice: e } = this.bench.maps, t = this.tsneShown(), n = JSON.stringify([
			e.method,
			e.space,
			e.axes,
			t
		]);
		if (n === this.chosen) return;
		let r = (this.past[0]?.tsne ?? null) === null && t === null && e.method !== "tsne";
		if (this.chosen = n, this.past.length > 0 && r) return this.shown >= 0 ? this.show() : void 0;
		if (this.halt(), this.end(), e.method === "tsne" && t === null) {
			F(this.words, "Let t-SNE come to its end, or stop it: then its way here can be shown.");
			return;
		}
		let { signal: i } = this.ends = new AbortController();
		this.prepare(t, i).catch((e) => !i.aborted && this.bench.failed(e));
	}
	async prepare(e, t) {
		let { model: n } = this.bench;
		F(this.words, "Looking for the training’s checkpoints…");
		let r = await lf(n.data.epochs), i = r.length, a = [];
		this.progress.hidden = !1, this.progress.max = i;
		for (let o of [...r].reverse()) if (F(this.words, `Preparing the training: checkpoint ${a.length + 1} of ${i}\u2026`), this.progress.value = a.length, a.unshift(await uf(n, o, e, t)), t.aborted) return;
		[this.listed, this.past] = [r, a], this.progress.hidden = !0, this.slider.max = String(i - 1), this.ready(!0), this.go(i - 1);
	}
	ready(e) {
		this.slider.disabled = this.play.disabled = !e, this.element.dataset.ready = String(e);
	}
	tsneShown() {
		let { choice: e, header: t } = this.bench.maps, n = e.space === this.bench.model.data.maps.spaces[0], r = t !== null && ["finished", "stopped"].includes(t.state);
		return e.method === "tsne" && n && r ? t.map : null;
	}
	scrub() {
		this.halt(), this.go(Number(this.slider.value));
	}
	go(e) {
		e !== this.shown && (this.shown = e, this.show());
	}
	show() {
		let e = this.past[this.shown], { epoch: t, step: n } = e, r = this.listed[this.listed.length - 1], i = `Epoch ${cf(t, +(t < 10))} of ${cf(r.epoch, 0)}, step ${n.toLocaleString("en")}`;
		this.slider.value = String(this.shown), this.slider.setAttribute("aria-valuetext", i), F(this.words, i), this.mark(!0), this.rewind.to(e, mf(this.bench.model, e, this.bench.maps.choice));
	}
	toggle() {
		if (this.timer) return this.halt();
		let e = this.past.length - 1;
		this.shown >= e && this.go(0), F(this.play, "Pause"), this.timer = window.setInterval(() => this.shown >= e ? this.halt() : this.go(this.shown + 1), xf);
	}
	halt() {
		clearInterval(this.timer), this.timer = 0, F(this.play, "Play");
	}
	end() {
		this.ends.abort(), this.past = [], this.shown = -1, this.ready(!1), this.mark(!1), this.rewind.end();
	}
	mark(e) {
		this.bench.map.element.parentElement?.classList.toggle("gl-rewound", e);
	}
}, wf = class {
	element;
	input;
	constructor(e, t) {
		let n = "Right: keep to likely codes, even if the picture is less like it. Left: only the picture counts", r = {
			type: "range",
			min: -6,
			max: 0,
			step: .25,
			value: e,
			title: n,
			"data-testid": "pull"
		};
		this.input = P("input", {
			...r,
			"aria-label": n,
			oninput: t
		}), this.element = P("label", {
			class: "gl-radius",
			title: n
		}, "Stay likely", this.input);
	}
	get value() {
		return 10 ** Number(this.input.value);
	}
}, Tf = 4e3, Ef = /* @__PURE__ */ new WeakMap(), Df = /* @__PURE__ */ new WeakMap();
function Of(e) {
	return Mf(Ef, e, e.isGan ? If : Nf);
}
function kf(e) {
	return e.isGan ? Mf(Df, e, Pf) : Of(e);
}
function Af(e) {
	return e.isGan ? "How usual the distance of z from 0 is: log density under the prior, 0 for a typical draw" : "How dense the data's codes lie there: log density, 0 as at a typical item, lower in emptiness";
}
function jf(e) {
	return e.isGan ? "How dense the model's own samples lie there, by their first activations: log density, 0 as at a typical one" : Af(e);
}
function Mf(e, t, n) {
	let { codes: r } = t.arrays, i = e.get(r);
	return i || e.set(r, i = n(t)), i;
}
function Nf({ arrays: e, data: t }) {
	let n = Ff(e.codes, t.latent.dim);
	return (e) => n.at(e);
}
function Pf({ arrays: e, data: t }) {
	let { coords: n, mean: r, components: i } = e, { dim: a, k: o } = t.map, s = Ff(n, o);
	return (e) => s.at(za({
		dim: a,
		k: o,
		mean: r,
		components: i
	}, e));
}
function Ff(e, t) {
	let n = e.length / t, r = Math.ceil(n / Tf);
	if (r === 1) return new _c(e, t);
	let i = new Float32Array(Math.ceil(n / r) * t);
	for (let a = 0, o = 0; a < n; a += r, o += t) i.set(e.subarray(a * t, (a + 1) * t), o);
	return new _c(i, t);
}
function If({ arrays: { codes: e }, data: t }) {
	let { dim: n } = t.latent, r = (e) => (n - 1) * Math.log(Math.max(e, 1e-6)) - e ** 2 / 2, i = Cc(Array.from({ length: Math.min(e.length / n, 500) }, (t, r) => e.subarray(r * n, (r + 1) * n)).map((e) => r(H(e))));
	return (e) => r(H(e)) - i;
}
// src/tools/painting/brush.ts
var Lf = class {
	item;
	controls;
	modes;
	size;
	color = P("input", {
		type: "color",
		value: "#ffffff",
		"data-testid": "brush-color"
	});
	mode = "bright";
	constructor(e, t) {
		this.item = e;
		let n = e.shape[0] >= 3 ? [[
			"colour",
			"Colour",
			"Paint in the colour beside"
		]] : [[
			"bright",
			"Bright",
			"Paint what should be bright"
		], [
			"dark",
			"Dark",
			"Paint what should be dark"
		]];
		n.push([
			"drag",
			"Drag",
			"Take a piece of the picture and drag it where it should be"
		]), this.mode = n[0][0], this.modes = n.map(([e, n, r]) => P("button", {
			type: "button",
			class: "gl-tool",
			title: r,
			onclick: () => {
				this.mode = e, t(), this.mark();
			},
			"data-testid": `brush-${e}`,
			value: e
		}, n));
		let r = "Brush width", i = Math.max(...e.shape.slice(1)) / 4, a = Math.max(.7, i / 3);
		this.size = P("input", {
			type: "range",
			min: .7,
			max: i,
			step: .1,
			value: a,
			title: r,
			"aria-label": r
		}), this.color.title = "Colour of the brush", this.color.setAttribute("aria-label", "Colour of the brush");
		let o = P("span", {
			class: "gl-tool-group",
			role: "group",
			"aria-label": "Brush"
		}, ...this.modes);
		e.shape[0] >= 3 && o.append(this.color), this.controls = [o, P("label", {
			class: "gl-radius",
			title: r
		}, "Brush", this.size)], this.mark();
	}
	get drags() {
		return this.mode === "drag";
	}
	get radius() {
		return Number(this.size.value);
	}
	get values() {
		let { min: e, max: t } = this.item;
		if (this.mode === "bright") return [t];
		if (this.mode === "dark") return [e];
		let n = parseInt(this.color.value.slice(1), 16);
		return [
			n >> 16,
			n >> 8 & 255,
			n & 255
		].map((n) => e + n / 255 * (t - e));
	}
	mark() {
		for (let e of this.modes) e.setAttribute("aria-pressed", String(e.value === this.mode));
	}
}, Rf = 320, zf = class {
	painter;
	element = P("canvas", {
		class: "gl-paint",
		role: "img",
		"data-testid": "easel"
	});
	plain = P("canvas");
	constructor(e, t) {
		this.painter = e;
		let n = "The sample: paint on it with mouse or finger";
		this.element.setAttribute("aria-label", n), this.element.title = n;
		let { element: r } = this;
		r.addEventListener("pointerdown", (e) => {
			e.button > 0 || (r.setPointerCapture(e.pointerId), t.down(...this.at(e)));
		}), r.addEventListener("pointermove", (e) => {
			if (r.hasPointerCapture(e.pointerId)) {
				for (let n of e.getCoalescedEvents?.() ?? []) t.move(...this.at(n));
				t.move(...this.at(e));
			}
		}), r.addEventListener("pointerup", () => t.up()), r.addEventListener("pointercancel", () => t.up());
	}
	show(e, t) {
		let { element: n, painter: r, plain: i } = this;
		if (r.item.modality !== "image") return r.paint(n, e, 0, Rf);
		r.paint(i, e);
		let [, a, o] = r.item.shape, s = Math.ceil(Rf / Math.max(a, o));
		[n.width, n.height] = [o * s, a * s];
		let c = n.getContext("2d");
		c.imageSmoothingEnabled = !1, c.drawImage(i, 0, 0, n.width, n.height), t && Bf(c, t, o, a, s, r.theme.primary);
	}
	placeOf(e, t) {
		let { center: n, reach: r } = this.painter.cloud ?? {
			center: [0, 0],
			reach: 1.5
		};
		return [n[0] + (2 * e - 1) * r, n[1] - (2 * t - 1) * r];
	}
	at(e) {
		let t = this.element.getBoundingClientRect(), [n, r] = [(e.clientX - t.left) / t.width, (e.clientY - t.top) / t.height], { modality: i, shape: a } = this.painter.item;
		return i === "image" ? [n * a[2], r * a[1]] : [n, r];
	}
};
function Bf(e, t, n, r, i, a) {
	let o = (e, i) => e >= 0 && i >= 0 && e < n && i < r && t[i * n + e] === 1;
	e.strokeStyle = a, e.lineWidth = Math.max(2, i / 12), e.beginPath();
	for (let t = 0; t <= r; t++) for (let r = 0; r <= n; r++) o(r, t) !== o(r, t - 1) && e.rect(r * i, t * i, i, 0), o(r, t) !== o(r - 1, t) && e.rect(r * i, t * i, 0, i);
	e.stroke();
}
// src/tools/painting/layer.ts
var Vf = .03, Hf = class {
	base;
	target;
	weights;
	channels;
	height;
	width;
	touched = !1;
	constructor(e, t) {
		this.base = t, [this.channels, this.height, this.width] = e.shape, this.target = t.slice(), this.weights = new Float32Array(t.length).fill(Vf);
	}
	get empty() {
		return !this.touched;
	}
	paint(e, t, n, r) {
		this.disc(e, t, n, (e, t) => this.want(e, r[t] ?? r[0]));
	}
	carry([e, t], [n, r], i) {
		this.weights.fill(Vf), this.target.set(this.base), this.disc(e, t, i, (e) => this.weights[e] = 0);
		let [a, o] = [Math.round(n - e), Math.round(r - t)];
		this.disc(e + a, t + o, i, (e, t, n, r) => {
			let [i, s] = [n - a, r - o];
			i < 0 || s < 0 || i >= this.width || s >= this.height || this.want(e, this.base[(t * this.height + s) * this.width + i]);
		});
	}
	get mask() {
		return Uint8Array.from({ length: this.height * this.width }, (e, t) => Number(this.weights[t] === 1));
	}
	want(e, t) {
		this.target[e] = t, this.weights[e] = 1, this.touched = !0;
	}
	disc(e, t, n, r) {
		for (let i = Math.max(0, Math.floor(t - n)); i <= Math.min(this.height - 1, t + n); i++) for (let a = Math.max(0, Math.floor(e - n)); a <= Math.min(this.width - 1, e + n); a++) if (!(Math.hypot(a + .5 - e, i + .5 - t) > n)) for (let e = 0; e < this.channels; e++) r((e * this.height + i) * this.width + a, e, a, i);
	}
}, Uf = 1 / 64, Wf = [
	.01,
	.1,
	1,
	10
], [Gf, Kf, qf] = [
	.01,
	1e-7,
	1e7
], Jf = 1e-4;
async function Yf(e, t, n) {
	let r = await ep(t, n);
	return t.map((t, n) => {
		let i = Float64Array.from(t);
		return {
			z: i,
			x: r[n],
			cost: Zf(e, i, r[n]),
			damping: Gf,
			done: !1
		};
	}).sort((e, t) => e.cost - t.cost);
}
async function Xf(e, t, n) {
	let { z: r, x: i } = e, { item: a, weights: o, centre: s, spread: c, pull: l } = t, u = r.length, d = (await ep(Array.from({ length: u }, (e, t) => r.map((e, n) => n === t ? e + Uf * c[t] : e)), n)).map((e, t) => e.map((e, n) => (e - i[n]) / (Uf * c[t]))), f = new Float64Array(u * u), p = new Float64Array(u);
	for (let e = 0; e < u; e++) {
		let t = Float64Array.from(d[e], (e, t) => e * o[t]);
		for (let n = 0; n <= e; n++) f[e * u + n] = f[n * u + e] = $f(t, d[n]);
		for (let n = 0; n < i.length; n++) p[e] += t[n] * (i[n] - a[n]);
		f[e * u + e] += l / c[e] ** 2, p[e] += l * (r[e] - s[e]) / c[e] ** 2;
	}
	let m = Float64Array.from({ length: u }, (e, t) => f[t * u + t]), h = 1e-9 * Math.max(...m, 1e-12), g = Wf.map((t) => Math.min(Math.max(e.damping * t, Kf), qf)), _ = g.map((e) => {
		let t = f.slice();
		m.forEach((n, r) => t[r * u + r] += e * (n + h));
		let n = Qf(t, p);
		return r.map((e, t) => e - n[t]);
	}), v = await ep(_, n), y = _.map((e, n) => Zf(t, e, v[n])), b = y.reduce((e, t, n) => t < y[e] ? n : e, 0);
	if (!(y[b] < e.cost)) {
		let t = Math.min(e.damping * 100, qf);
		return {
			...e,
			damping: t,
			done: t >= qf
		};
	}
	let ee = e.cost - y[b] < Jf * e.cost;
	return {
		z: _[b],
		x: v[b],
		cost: y[b],
		damping: g[b],
		done: ee
	};
}
function Zf({ item: e, weights: t, centre: n, spread: r, pull: i }, a, o) {
	let [s, c] = [0, 0];
	for (let n = 0; n < o.length; n++) s += t[n] * (o[n] - e[n]) ** 2;
	for (let e = 0; e < a.length; e++) c += ((a[e] - n[e]) / r[e]) ** 2;
	return s + i * c;
}
function Qf(e, t) {
	let n = t.length, r = e.slice();
	for (let e = 0; e < n; e++) for (let t = 0; t <= e; t++) {
		let i = r[e * n + t];
		for (let a = 0; a < t; a++) i -= r[e * n + a] * r[t * n + a];
		r[e * n + t] = e === t ? Math.sqrt(Math.max(i, 1e-300)) : i / r[t * n + t];
	}
	let i = Float64Array.from(t);
	for (let e = 0; e < n; e++) {
		for (let t = 0; t < e; t++) i[e] -= r[e * n + t] * i[t];
		i[e] /= r[e * n + e];
	}
	for (let e = n - 1; e >= 0; e--) {
		for (let t = e + 1; t < n; t++) i[e] -= r[t * n + e] * i[t];
		i[e] /= r[e * n + e];
	}
	return i;
}
function $f(e, t) {
	let n = 0;
	for (let r = 0; r < e.length; r++) n += e[r] * t[r];
	return n;
}
async function ep(e, t) {
	let n = e[0].length, r = new Float32Array(e.length * n);
	e.forEach((e, t) => r.set(Array.from(e), t * n));
	let i = await t(r, e.length), a = i.length / e.length;
	return e.map((e, t) => i.slice(t * a, (t + 1) * a));
}
// src/tools/placing/optimiser.ts
var tp = 40;
function np(e) {
	let { mean: t, std: n } = e.prior();
	return {
		centre: t,
		spread: Array.from(n, (e) => Math.max(e, 1e-6))
	};
}
function rp(e, t) {
	let { dim: n } = e.data.latent;
	return async (r, i) => {
		let a = Array.from({ length: i }, (e, i) => ip(r.subarray(i * n, (i + 1) * n), t));
		return (await e.engine.batch(a)).x;
	};
}
function ip(e, t) {
	return t ? W(Float32Array.from(e), t) : U(Float32Array.from(e));
}
async function ap(e, t, n, r) {
	let i = e, a = i[0];
	for (let e = 1; e <= tp; e++) {
		e === 4 && (i = [a]);
		let o = [];
		for (let e of i) o.push(e.done ? e : await Xf(e, t, n));
		i = o, a = o.reduce((e, t) => t.cost < e.cost ? t : e);
		let s = a.done && (i.length === 1 || i.every(({ done: e }) => e));
		if (!r(a, e) || s) break;
	}
	return a;
}
// src/tools/painting/steerer.ts
var op = 25, sp = class {
	model;
	from;
	moved;
	failed;
	search;
	wanted = null;
	rounds = 0;
	running = !1;
	closed = !1;
	constructor(e, t, n, r, i) {
		this.model = e, this.from = t, this.moved = r, this.failed = i, this.search = {
			z: Float64Array.from(t.z),
			x: n,
			cost: Infinity,
			damping: .01,
			done: !1
		};
	}
	want(e, t, n) {
		this.wanted = {
			item: e.slice(),
			weights: t.slice(),
			...np(this.model),
			pull: n
		};
		let { z: r, x: i } = this.search;
		this.search = {
			z: r,
			x: i,
			cost: Zf(this.wanted, r, i),
			damping: .01,
			done: !1
		}, this.rounds = 0, this.running || this.run();
	}
	close() {
		this.closed = !0;
	}
	async run() {
		this.running = !0;
		let e = rp(this.model, this.from.delta);
		try {
			for (; !this.closed && this.rounds < op && !this.search.done;) {
				this.rounds++;
				let t = this.wanted, n = await Xf(this.search, t, e);
				if (this.closed) return;
				this.search = t === this.wanted ? n : {
					...n,
					cost: Zf(this.wanted, n.z, n.x),
					done: !1
				};
				let r = this.search.done || this.rounds >= op;
				this.moved(ip(this.search.z, this.from.delta), this.search.x, r);
			}
		} catch (e) {
			this.closed || this.failed(e);
		} finally {
			this.running = !1;
		}
	}
}, cp = {
	name: "paint",
	label: "Paint",
	help: "Paint on the sample, or drag a piece of it: the point moves to where the model makes it so.",
	fits: ({ data: { item: e } }) => e.modality === "image" || e.modality === "points" && e.shape[0] === 2,
	open: (e) => new lp(e)
}, lp = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	easel;
	brush;
	pull;
	words = P("p", {
		class: "gl-hint",
		role: "status",
		"data-testid": "paint-words"
	});
	unlisten;
	base = null;
	layer = null;
	steerer = null;
	goal = null;
	held = null;
	drawing = !1;
	mine = null;
	constructor(e) {
		this.bench = e;
		let { model: t, painter: n } = e;
		this.pull = new wf(-2, () => this.follow()), this.easel = new zf(n, {
			down: (e, t) => this.down(e, t),
			move: (e, t) => this.move(e, t),
			up: () => this.up()
		}), this.brush = t.data.item.modality === "image" ? new Lf(t.data.item, () => this.begin()) : null;
		let r = P("button", {
			type: "button",
			title: "Forget what was painted and begin with the sample on screen",
			onclick: () => this.begin(),
			"data-testid": "paint-clear"
		}, "Start over"), i = [
			...this.brush?.controls ?? [],
			this.pull.element,
			P("div", { class: "gl-tool-row" }, r),
			this.words
		];
		this.element.append(P("div", { class: "gl-paint-row" }, this.easel.element, P("div", { class: "gl-paint-tools" }, ...i))), this.words.title = Af(t), this.unlisten = t.on((e) => {
			e === "settled" && t.settled.z !== this.mine?.z && this.begin();
		}), this.begin();
	}
	close() {
		this.unlisten(), this.steerer?.close(), this.bench.model.visit(null);
	}
	begin() {
		this.steerer?.close(), this.steerer = this.layer = this.goal = this.held = null, this.base = null;
		let { model: e, failed: t } = this.bench, n = e.settled;
		e.engine.batch([n]).then(({ x: t }) => {
			e.settled.z !== n.z || this.base || (this.base = {
				point: n,
				x: t
			}, this.easel.show(t, null), this.say(n.z, t, "Paint on the picture"));
		}, t);
	}
	down(e, t) {
		if (!this.base) return;
		this.drawing = !0;
		let { model: n, failed: r } = this.bench, { item: i } = n.data;
		if (!this.steerer || this.brush?.drags) {
			this.steerer?.close();
			let { point: e, x: t } = this.base;
			this.steerer = new sp(n, e, t, (e, t, n) => this.moved(e, t, n), r), this.layer = this.brush && new Hf(i, t);
		}
		this.held = [e, t], this.move(e, t);
	}
	move(e, t) {
		if (this.drawing && this.base) {
			if (!this.brush || !this.layer) {
				let [n, r] = this.easel.placeOf(e, t);
				this.goal = {
					target: Float32Array.of(n, r),
					weights: Float32Array.of(1, 1)
				};
			} else this.brush.drags ? this.layer.carry(this.held, [e, t], Math.max(this.brush.radius * 1.5, 1.5)) : this.stroke([e, t]), this.goal = this.layer;
			this.follow();
		}
	}
	stroke([e, t]) {
		let { radius: n, values: r } = this.brush, [i, a] = this.held, o = Math.max(1, Math.ceil(Math.hypot(e - i, t - a) / (.5 * n)));
		for (let s = 1; s <= o; s++) this.layer.paint(i + (e - i) * s / o, a + (t - a) * s / o, n, r);
		this.held = [e, t];
	}
	up() {
		this.drawing && (this.drawing = !1, this.follow());
	}
	follow() {
		this.goal && (this.element.dataset.state = "moving", this.steerer?.want(this.goal.target, this.goal.weights, this.pull.value));
	}
	moved(e, t, n) {
		let { model: r } = this.bench;
		this.easel.show(t, this.layer?.mask ?? null), this.mine = e, n && !this.drawing ? (this.base = {
			point: e,
			x: t
		}, r.settle(e, "draw"), this.element.dataset.state = "rests") : r.visit(e), this.say(e.z, t, n ? "As near as the model comes" : "Following");
	}
	say(e, t, n) {
		let r = `density ${I(Of(this.bench.model)(e), 1)}`, { goal: i } = this;
		if (!i) return F(this.words, `${n}: the point follows. Here: ${r}.`);
		let [a, o] = [0, 0];
		for (let e = 0; e < t.length; e++) i.weights[e] === 1 && (a += (t[e] - i.target[e]) ** 2, o++);
		let { min: s, max: c } = this.bench.model.data.item, l = Math.sqrt(a / Math.max(o, 1)) / (c - s || 1);
		this.element.dataset.error = String(l), F(this.words, `${n}: ${I(100 * l, 1)} % off what was wanted, ${r}.`);
	}
}, [up, dp] = [200, 120], fp = class {
	painter;
	element = P("canvas", {
		class: "gl-error-curve",
		role: "img"
	});
	errors = [];
	constructor(e) {
		this.painter = e;
	}
	clear() {
		this.errors = [];
	}
	add(e) {
		this.errors.push(e), this.draw();
	}
	draw() {
		let { element: e, errors: t } = this, { theme: n } = this.painter, r = Math.min(devicePixelRatio || 1, 2);
		[e.width, e.height] = [up * r, dp * r];
		let i = e.getContext("2d");
		i.scale(r, r);
		let a = Math.max(...t, 1e-9), o = (e) => 8 + e / Math.max(t.length - 1, 5) * (up - 16), s = (e) => dp - 20 - e / a * (dp - 42);
		i.strokeStyle = i.fillStyle = n.primary, i.lineWidth = 2, i.beginPath(), t.forEach((e, t) => i.lineTo(o(t), s(e))), i.stroke(), t.forEach((e, t) => i.fillRect(o(t) - 2, s(e) - 2, 4, 4)), i.fillStyle = n.text, i.font = "12px system-ui, sans-serif";
		let c = (e) => `${I(100 * e, 1)} %`;
		i.fillText(c(t[0]), 8, 14), i.textAlign = "right", i.fillText(c(t.at(-1)), up - 8, dp - 5), e.setAttribute("aria-label", `Error from ${c(t[0])} to ${c(t.at(-1))}`);
	}
}, pp = 3, mp = 4096;
async function hp(e, t, n, r) {
	let { encode: i } = e.engine;
	if (i) return [(await i(n, 1)).mu.slice(0, e.data.latent.dim)];
	let a = (await gp(e, t, n)).map((t) => e.item(t).z);
	if (!nl(e)) return a;
	try {
		let { codes: t } = await rl(e, "guess", { item: Array.from(n, (e) => Math.round(1e4 * e) / 1e4) }, r);
		return [Float32Array.from(t[0]), ...a];
	} catch (e) {
		if (r.aborted) throw e;
		return a;
	}
}
async function gp(e, t, n) {
	let { blockSize: r, count: i } = e.data.points.items, a = [];
	for (let e = 0; e * r < Math.min(i, mp); e++) {
		let i = await t.block(e);
		for (let o = 0; (o + 1) * t.size <= i.length; o++) {
			let s = 0;
			for (let e = 0, r = o * t.size; e < t.size; e++, r++) s += (i[r] - n[e]) ** 2;
			a.push({
				row: e * r + o,
				square: s
			});
		}
		a.sort((e, t) => e.square - t.square).splice(pp);
	}
	return a.map(({ row: e }) => e);
}
// src/tools/placing/placing.ts
var _p = {
	name: "place",
	label: "Place",
	help: "Find the point that decodes to what you want: a drawing, a picture, or an item. A guess, then refined as you watch.",
	fits: () => !0,
	open: (e) => new bp(e)
}, [vp, yp] = [-2, -4], bp = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	target = P("canvas", {
		class: "gl-place-item",
		role: "img",
		"aria-label": "What is wanted"
	});
	found = P("canvas", {
		class: "gl-place-item",
		role: "img",
		"aria-label": "What was found"
	});
	curve;
	pull;
	words = P("p", {
		class: "gl-hint",
		role: "status",
		"data-testid": "place-words"
	});
	button;
	sheet;
	abort = new AbortController();
	wanted = null;
	running = !1;
	constructor(e) {
		this.bench = e;
		let { model: t, items: n, painter: r, failed: i } = e, { item: a } = t.data;
		this.curve = new fp(r), this.pull = new wf(t.isGan ? yp : vp, () => {}), this.button = P("button", {
			type: "button",
			title: "Refine the guess until it hardly gets better, or stop it where it is",
			onclick: () => this.toggle(),
			"data-testid": "place"
		}, "Place it"), this.button.disabled = !0;
		let o = t.isGan ? "nearest sample" : "nearest item", s = P("button", {
			type: "button",
			title: `Take the ${o} of the settled point`,
			onclick: () => this.takeNearest(),
			"data-testid": "place-nearest"
		});
		s.textContent = `Take the ${o}`;
		let c = (e) => e && this.want(this.sheet.read());
		this.sheet = a.modality === "image" ? new is(a, n, "place-sheet", c, () => {}, i) : null;
		let l = (e, t) => P("figure", {}, e, P("figcaption", {}, t)), u = this.sheet && P("figure", {}, this.sheet.element, P("figcaption", {}, "Draw, or drop a picture")), d = [...this.sheet?.controls ?? [], s];
		this.element.append(P("div", { class: "gl-place" }, u, l(this.target, "wanted"), l(this.found, "found"), P("figure", { class: "gl-place-curve" }, this.curve.element, P("figcaption", {}, "error, round by round"))), P("div", { class: "gl-tool-row" }, ...d, this.button, this.pull.element), this.words), F(this.words, "Draw, choose a picture, or take an item: then it is placed.");
	}
	close() {
		this.abort.abort(), this.bench.model.visit(null);
	}
	async takeNearest() {
		let { model: e, items: t, failed: n } = this.bench;
		e.nearest.row < 0 || await t.item(e.nearest.row).then((e) => this.want(e.slice()), n);
	}
	want(e) {
		e && (this.wanted = e, this.bench.painter.paint(this.target, e, 0, 120), this.button.disabled = !1, this.start());
	}
	toggle() {
		this.running ? this.abort.abort() : this.start();
	}
	start() {
		this.abort.abort(), this.abort = new AbortController();
		let { signal: e } = this.abort;
		this.mark(!0), this.place(this.wanted, e).catch((t) => !e.aborted && this.bench.failed(t)).finally(() => (!e.aborted || this.abort.signal === e) && this.mark(!1));
	}
	async place(e, t) {
		let { model: n, items: r } = this.bench;
		F(this.words, "Guessing…");
		let i = await hp(n, r, e, t);
		if (t.aborted) return;
		let a = {
			item: e,
			weights: new Float32Array(e.length).fill(1),
			...np(n),
			pull: this.pull.value
		}, o = n.isGan ? new Float32Array(n.deltaDim) : null, s = rp(n, o), c = await Yf(a, i, s);
		this.curve.clear(), this.show(c[0], e, 0, !1);
		let l = await ap(c, a, s, (r, i) => this.abort.signal === t && (this.show(r, e, i, r.done), n.visit(ip(r.z, o)), !t.aborted));
		this.abort.signal === t && (n.settle(ip(l.z, o), "draw"), this.element.dataset.placed = String(Number(this.element.dataset.placed ?? 0) + 1));
	}
	show({ z: e, x: t }, n, r, i) {
		let { model: a, painter: o } = this.bench;
		o.paint(this.found, t, 0, 120);
		let s = xp(t, n) / (a.data.item.max - a.data.item.min || 1);
		this.curve.add(s);
		let c = I(Of(a)(e), 1), l = r === 0 ? "The guess" : i ? `Done after ${r} rounds` : `Round ${r}`;
		F(this.words, `${l}: error ${I(100 * s, 2)} % of the value range, density ${c}.`), this.words.title = Af(a), this.element.dataset.round = String(r), this.element.dataset.error = String(s);
	}
	mark(e) {
		this.running = e, this.button.textContent = e ? "Stop" : "Place it again", this.element.dataset.state = e ? "running" : "done";
	}
};
function xp(e, t) {
	let n = 0;
	for (let r = 0; r < e.length; r++) n += (e[r] - t[r]) ** 2;
	return Math.sqrt(n / e.length);
}
// src/tools/ways/course.ts
var Sp = 16, Cp = 32, wp = 8, Tp = .005;
function Ep(e, t, n) {
	let r = (n.length - 1) * jp(n.length), i = n.map(({ z: e }) => e);
	return Array.from({ length: r + 1 }, (a, o) => {
		let s = Ti(t, i, o / r, e.isGan, q(e.data));
		return n[0].delta ? W(s, Ap(n, o / r)) : U(s);
	});
}
async function Dp(e, t, n, r, i) {
	let a = jp(t.length), o = t.slice(1).map(() => null);
	for (let s = 0; s < wp; s++) {
		let s = !1;
		for (let i = 0; i < o.length; i++) {
			let c = o[i];
			if (c?.converged) continue;
			let [l, u] = [Oi(t[i]), Oi(t[i + 1])], d = await rl(e, "geodesic", {
				a: l,
				b: u,
				steps: a,
				careful: n,
				start: c?.codes ?? null
			}, r);
			s ||= !c || c.energy - d.energy > Tp * c.energy, c && !s && (d.converged = !0), o[i] = d;
		}
		let c = o.flatMap((e, t) => e.codes.slice(+(t > 0))), l = c.length - 1, u = c.map((e, n) => {
			let r = Float32Array.from(e);
			return t[0].delta ? W(r, Ap(t, n / l)) : U(r);
		}), d = s && o.some((e) => !e.converged);
		if (await i(u, d), !d) return;
	}
}
async function Op(e, t, n, r) {
	let i = await e.engine.batch(t), [a, o] = [Mp(i.codes, t.length), Mp(i.x, t.length)], s = 1 / Math.sqrt(o[0].length), c = t.map(({ z: e }) => e), l = n === "t" ? null : fi(n === "item" ? o : c), u = l?.at(-1) || 0, d = Float64Array.from(t, (e, n) => u > 0 ? l[n] / u : n / (t.length - 1)), f = t.map((e, t) => ({
		...e,
		code: a[t]
	})), p = await e.engine.batch(kp(t, d));
	return {
		points: f,
		along: d,
		length: s * (fi(o).at(-1) ?? 0),
		energy: s ** 2 * pi(o),
		usual: a.map((e) => r(e)),
		strip: p.x,
		settling: !1
	};
}
function kp(e, t) {
	let n = mi(e.map(({ z: e }) => e), t, 11), r = e.flatMap(({ delta: e }) => e ? [e] : []);
	return r.length < e.length ? n.map(U) : n.map((e, n) => W(e, hi(r, (e) => t[e], n / 10)));
}
function Ap(e, t) {
	return Ti("lerp", e.map(({ delta: e }) => e), t);
}
function jp(e) {
	return e === 2 ? Cp : Sp;
}
function Mp(e, t) {
	let n = e.length / t;
	return Array.from({ length: t }, (t, r) => e.subarray(r * n, (r + 1) * n));
}
// src/tools/ways/pinChips.ts
var Np = class {
	bench;
	element = P("div", {
		class: "gl-pin-chips",
		role: "group",
		"aria-label": "Pins"
	});
	shown = 0;
	constructor(e) {
		this.bench = e;
	}
	show() {
		let { model: e } = this.bench, { names: t } = e.pins, n = t.map(() => P("canvas", { "aria-hidden": "true" })), r = t.map((e, t) => this.chip(e, n[t])), i = e.pins.a ? e.pins.b ? e.pins.more.length : "b" : "a", a = P("button", {
			type: "button",
			title: `Pin the point on screen as ${Mi(i)}`,
			onclick: () => this.pin(i),
			"data-testid": "add-pin"
		}, `Add ${Mi(i)} here`);
		a.disabled = e.pins.more.length >= 8, this.element.replaceChildren(...r, a), this.paint(t, n);
	}
	close() {
		this.shown++;
	}
	chip(e, t) {
		let { model: n } = this.bench, r = Mi(e), i = () => n.settle(n.pins.get(e), "path"), a = `Go to pin ${r}`, o = {
			type: "button",
			class: "gl-step",
			title: a,
			"aria-label": a,
			onclick: i
		}, s = `Take pin ${r} away`, c = P("button", {
			type: "button",
			title: s,
			"aria-label": s,
			onclick: () => this.drop(e)
		}, "×"), l = P("div", { class: "gl-pin-chip-head" }, P("b", {}, r), c);
		return P("div", {
			class: "gl-pin-chip",
			"data-testid": `pin-chip-${r}`
		}, l, P("button", o, t));
	}
	pin(e) {
		let { model: t } = this.bench, n = t.current;
		t.pins.set(e, n.code ? n : t.sample?.point ?? n), t.changed("pins"), t.changed("settled");
	}
	drop(e) {
		let { pins: t } = this.bench.model, [n = null, r = null, ...i] = t.names.filter((t) => t !== e).map((e) => t.get(e));
		Object.assign(t, {
			a: n,
			b: r,
			more: i
		}), this.bench.model.changed("pins"), this.bench.model.changed("settled");
	}
	async paint(e, t) {
		let n = ++this.shown, { model: r, painter: i, failed: a } = this.bench;
		if (e.length !== 0) try {
			let a = e.map((e) => r.pins.get(e)), { x: o } = await r.engine.batch(a);
			if (n !== this.shown) return;
			Mp(o, e.length).forEach((e, n) => i.paint(t[n], e, 0, 48));
		} catch (e) {
			n === this.shown && a(e);
		}
	}
}, [Pp, Fp] = [180, 52], Ip = class {
	bench;
	kind;
	element;
	walked = null;
	radio;
	canvases = Array.from({ length: 11 }, () => P("canvas", { "aria-hidden": "true" }));
	plot = P("canvas", {
		class: "gl-way-plot",
		role: "img"
	});
	figures;
	note = P("p", {
		class: "gl-hint",
		hidden: !0
	});
	body;
	constructor(e, t, n, r, i, a, o) {
		this.bench = e, this.kind = t, this.radio = P("input", {
			type: "radio",
			name: "gl-way",
			onchange: a,
			"data-testid": `walk-${t}`
		});
		let s = this.canvases.map((e, t) => {
			let r = `Go ${Math.round(100 * t / 10)} % of the ${n} way`;
			return P("button", {
				type: "button",
				class: "gl-step",
				title: r,
				"aria-label": r,
				onclick: () => o(t / 10)
			}, e);
		}), c = (e, t, n) => {
			let r = P("b", { "data-testid": `way-${n}` }, "–");
			return {
				value: r,
				line: P("span", { title: t }, `${e} `, r)
			};
		}, l = c("length", "How much the decoded item changes on the way, root mean square", "length"), u = c("energy", "What the way costs: half its squared speed, added up. The geodesic has the least", "energy"), d = c("lowest density", `${i}. The lowest on the way`, "usual");
		this.figures = {
			length: l.value,
			energy: u.value,
			usual: d.value
		}, this.plot.title = i;
		let f = P("label", {
			class: "gl-check",
			title: `${r}. Choose it to walk it with the slider`
		}, this.radio, n);
		this.body = P("div", { class: "gl-way-body" }, P("div", {
			class: "gl-way-strip",
			"data-testid": "way-strip"
		}, ...s), this.plot);
		let p = [
			l.line,
			u.line,
			d.line
		];
		this.element = P("section", {
			class: "gl-way",
			"data-testid": `way-${t}`,
			"aria-label": `${n}: ${r}`
		}, P("div", { class: "gl-way-head" }, f, P("span", { class: "gl-way-figures" }, ...p)), this.note, this.body);
	}
	set chosen(e) {
		this.radio.checked = e;
	}
	show(e, t) {
		this.walked = e, this.say("");
		let { painter: n } = this.bench, r = e.strip.length / 11, i = n.item.modality === "points" ? e.strip : void 0;
		this.canvases.forEach((t, a) => n.paint(t, e.strip, a * r, 44, i)), F(this.figures.length, I(e.length, 3)), F(this.figures.energy, I(e.energy, 3)), F(this.figures.usual, I(Math.min(...e.usual), 1)), this.element.dataset.state = e.settling ? "settling" : "done", this.draw(e, t);
	}
	say(e) {
		if (F(this.note, e), this.note.hidden = e === "", this.body.hidden = e !== "", this.radio.disabled = e !== "", e !== "") {
			this.walked = null, delete this.element.dataset.state;
			for (let e of Object.values(this.figures)) F(e, "–");
		}
	}
	draw({ usual: e, along: t }, [n, r]) {
		let i = Math.min(devicePixelRatio || 1, 2), { theme: a } = this.bench.painter, o = this.plot.getContext("2d");
		[this.plot.width, this.plot.height] = [Pp * i, Fp * i], o.scale(i, i);
		let s = (e) => 4 + (r - Math.max(e, n)) / (r - n) * (Fp - 8), c = (e) => 4 + e * (Pp - 8);
		o.setLineDash([2, 3]), o.strokeStyle = a.text, o.globalAlpha = .6, o.beginPath(), o.moveTo(c(0), s(0)), o.lineTo(c(1), s(0)), o.stroke(), o.setLineDash([]), o.globalAlpha = 1, o.strokeStyle = a.primary, o.lineWidth = 2, o.beginPath(), e.forEach((e, n) => o.lineTo(c(t[n]), s(e))), o.stroke(), this.plot.setAttribute("aria-label", `${this.plot.title}: from ${I(e[0], 1)}, lowest ${I(Math.min(...e), 1)}`);
	}
}, Lp = {
	name: "ways",
	label: "Ways",
	help: "Ways through any number of pins, side by side: what they cost, and how far they stay among the data.",
	fits: () => !0,
	open: (e) => new Vp(e)
}, Rp = [
	{
		kind: "lerp",
		name: "straight",
		help: "From pin to pin in a straight line"
	},
	{
		kind: "slerp",
		name: "spherical",
		help: "From pin to pin on a sphere around 0, as codes of a Gaussian prior lie near one"
	},
	{
		kind: "spline",
		name: "spline",
		help: "A smooth curve through all pins (Catmull-Rom)"
	},
	{
		kind: "geodesic",
		name: "geodesic",
		help: "The way on which the decoded item changes least (found on the server)"
	}
], zp = -30, Bp = 150, Vp = class {
	bench;
	element = P("div", { class: "gl-tool-body" });
	chips;
	rows;
	pace = X("Even steps", "What is to be the same from step to step", "pace", () => this.find());
	careful = P("input", {
		type: "checkbox",
		checked: !0,
		"data-testid": "careful"
	});
	hint = P("p", { class: "gl-hint" }, "Pin two points or more, here or with Pin A and Pin B.");
	list;
	unlisten;
	lane;
	abort = new AbortController();
	chosen = null;
	seen = [];
	constructor(e) {
		this.bench = e;
		let { model: t } = e;
		this.lane = new R((e) => this.seek(e), () => {}, e.failed), Z(this.pace.list, [
			{
				value: "t",
				name: "as the way goes"
			},
			{
				value: "code",
				name: "in the code"
			},
			{
				value: "item",
				name: "in what is decoded"
			}
		]), this.careful.onchange = () => this.find(), this.chips = new Np(e);
		let n = jf(t);
		this.rows = Rp.map(({ kind: t, name: r, help: i }) => new Ip(e, t, r, i, n, () => this.choose(t), (e) => this.go(t, e)));
		let r = P("label", {
			class: "gl-check",
			title: "Let the geodesic go around places where there are no codes, even if the item changes more"
		}, this.careful, "Geodesic keeps to the data"), i = P("div", { class: "gl-tool-row" }, this.pace.element, nl(t) && !t.isGan ? r : null);
		this.list = P("div", { class: "gl-ways" }, ...this.rows.map(({ element: e }) => e)), this.element.append(this.chips.element, i, this.hint, this.list), this.unlisten = t.on((e) => e === "pins" && this.pinsChanged()), this.pinsChanged();
	}
	draw(e) {
		let { plane: t } = this.bench.model;
		for (let { walked: n, kind: r } of this.rows) n && r !== this.chosen && Hp(e, n.points.flatMap((e) => t.place(e) ?? []));
	}
	close() {
		this.unlisten(), this.abort.abort(), this.lane.close(), this.chips.close();
	}
	pinsChanged() {
		let { all: e } = this.bench.model.pins;
		if (e.length === this.seen.length && e.every((e, t) => e.z === this.seen[t].z && e.delta === this.seen[t].delta) && e.length > 0) return this.mark();
		this.seen = e, this.chips.show(), this.find();
	}
	find() {
		this.abort.abort(), this.abort = new AbortController();
		let { a: e, b: t, all: n } = this.bench.model.pins, r = e !== null && t !== null;
		this.hint.hidden = r, this.list.hidden = !r, r && this.lane.ask({
			pins: n,
			signal: this.abort.signal
		});
	}
	async seek({ pins: e, signal: t }) {
		let { model: n } = this.bench, r = kf(n), i = this.pace.list.value, a = async (a, o, s = !1) => {
			let c = await Op(n, o, i, r);
			t.aborted || this.take(a, {
				...c,
				settling: s
			}, e);
		};
		for (let { kind: r } of Rp) {
			if (t.aborted) return;
			r !== "geodesic" && await a(r, Ep(n, r, e));
		}
		let o = this.rows.find(({ kind: e }) => e === "geodesic");
		if (!nl(n)) return o.say("Finding it needs genlab's server; the other ways are worked out here.");
		if (o.walked || o.say("Looking for it…"), await new Promise((e) => setTimeout(e, Bp)), !t.aborted) try {
			await Dp(n, e, this.careful.checked, t, (e, t) => a("geodesic", e, t));
		} catch (e) {
			t.aborted || o.say(e.message);
		}
	}
	take(e, t, n) {
		this.rows.find((t) => t.kind === e).show(t, [zp, 2]);
		let r = this.rows.flatMap((e) => e.walked ?? []), i = Math.max(Math.min(-5, ...r.flatMap(({ usual: e }) => e)), zp), a = Math.max(2, ...r.flatMap(({ usual: e }) => e));
		for (let e of this.rows) e.walked && e.draw(e.walked, [i, a]);
		e === this.chosen && this.walkOn(t, n), this.bench.request();
	}
	choose(e) {
		this.chosen = e;
		let t = this.rows.find((t) => t.kind === e)?.walked;
		t && this.walkOn(t, this.seen);
	}
	walkOn({ points: e, along: t }, n) {
		let r = {
			pins: n,
			points: e,
			along: t
		};
		this.bench.model.pins.course = r, this.bench.model.changed("pins"), this.bench.model.changed("settled");
	}
	go(e, t) {
		let { model: n } = this.bench;
		this.choose(e), this.mark();
		let r = n.pins.at(t);
		r && (n.pins.t = t, n.settle(r, "path"));
	}
	mark() {
		this.bench.model.pins.course || (this.chosen = null);
		for (let e of this.rows) e.chosen = e.kind === this.chosen;
	}
};
function Hp({ context: e, view: t, theme: n }, r) {
	e.save(), e.beginPath();
	for (let n = 0; n + 1 < r.length; n += 2) e.lineTo(...t.toScreen(r[n], r[n + 1]));
	e.strokeStyle = n.text, e.globalAlpha = .5, e.lineWidth = 1.25 * n.scale, e.stroke(), e.restore();
}
// src/tools/index.ts
var Up = [
	Jd,
	rd,
	ou,
	Ku,
	Lp,
	_p,
	cp,
	Ou,
	Xs,
	Uc,
	gl,
	md,
	Sf,
	af
], Wp = class {
	bench;
	steering;
	layout;
	row = P("div", {
		class: "gl-toolbox",
		role: "group",
		"aria-label": "Tools",
		"data-testid": "toolbox"
	});
	panel = P("div", {
		class: "gl-tool-area",
		hidden: !0
	});
	buttons = /* @__PURE__ */ new Map();
	open = null;
	constructor(e, t, n) {
		this.bench = e, this.steering = t, this.layout = n;
		for (let t of Up) {
			if (!t.fits(e.model, e.host)) continue;
			let { name: n, label: r, help: i } = t, a = P("button", {
				type: "button",
				class: "gl-tool",
				title: i,
				"aria-pressed": "false",
				"data-testid": `tool-${n}`,
				onclick: () => this.open?.tool === t ? this.close() : this.show(t)
			}, r);
			this.buttons.set(n, a), this.row.append(a);
		}
		n.addEventListener("keydown", (e) => this.onKey(e));
	}
	get openTool() {
		return this.open?.tool.name ?? null;
	}
	show(e) {
		this.close();
		let t = e.open(this.bench);
		this.open = {
			tool: e,
			view: t
		}, this.bench.map.tool = t, this.steering.taken = t.gesture ?? null;
		let n = P("h3", {}, e.label), r = P("button", {
			type: "button",
			title: "Close (Escape)",
			onclick: () => this.close()
		}, "Close"), i = P("div", { class: "gl-tool-head" }, n, P("span", { class: "gl-hint" }, e.help), r), a = {
			class: "gl-tool-panel",
			"aria-label": e.label,
			"data-testid": `tool-panel-${e.name}`
		};
		this.panel.replaceChildren(P("section", a, i, t.element)), this.mark(), this.panel.scrollIntoView({ block: "nearest" });
	}
	close() {
		if (!this.open) return;
		let { view: e } = this.open;
		this.open = null, this.bench.map.tool = null, this.steering.taken = null, e.close(), this.panel.replaceChildren(), this.mark();
	}
	onKey(e) {
		if (e.key !== "Escape" || !this.open) return;
		let t = this.buttons.get(this.open.tool.name), n = this.panel.contains(e.target);
		this.close(), n && t?.focus();
	}
	mark() {
		this.panel.hidden = !this.open, this.layout.classList.toggle("gl-tool-open", this.open !== null);
		for (let [e, t] of this.buttons) t.setAttribute("aria-pressed", String(e === this.open?.tool.name));
		this.bench.request();
	}
}, Gp = 250, Kp = 200, qp = [
	"settled",
	"pins",
	"selection",
	"tags"
], Jp = class {
	model;
	changed;
	past = [];
	future = [];
	now;
	timer = 0;
	stop;
	constructor(e, t) {
		this.model = e, this.changed = t, this.now = Yp(e), this.stop = e.on((e) => qp.includes(e) && this.wait());
	}
	get canUndo() {
		return this.past.length > 0 || !Zp(this.now, Yp(this.model));
	}
	get canRedo() {
		return this.future.length > 0;
	}
	undo() {
		this.record(), this.go(this.past, this.future);
	}
	redo() {
		this.record(), this.go(this.future, this.past);
	}
	close() {
		clearTimeout(this.timer), this.stop();
	}
	record() {
		clearTimeout(this.timer);
		let e = Yp(this.model);
		Zp(this.now, e) || (this.past.push(this.now), this.past.length > Kp && this.past.shift(), this.future = [], this.now = e, this.changed());
	}
	wait() {
		clearTimeout(this.timer), this.timer = window.setTimeout(() => this.record(), Gp);
	}
	go(e, t) {
		let n = e.pop();
		n && (t.push(this.now), this.now = n, Xp(this.model, n), clearTimeout(this.timer), this.changed());
	}
};
function Yp({ settled: e, pins: t, selection: n, tags: r }) {
	return {
		settled: e,
		a: t.a,
		b: t.b,
		more: [...t.more],
		kind: t.kind,
		rows: n.rows(),
		tags: [...r]
	};
}
function Xp(e, { settled: t, a: n, b: r, more: i, kind: a, rows: o, tags: s }) {
	let c = Yp(e);
	c.rows !== o && e.selection.restore(o), em(c.tags, s) || (e.tags.splice(0, e.tags.length, ...s), e.changed("tags"));
	let l = !Qp(c, {
		a: n,
		b: r,
		more: i
	}) || c.kind !== a;
	l && (Object.assign(e.pins, {
		a: n,
		b: r,
		more: [...i],
		kind: a
	}), e.changed("pins")), $p(c.settled, t) ? l && e.changed("settled") : e.settle(t, "undo");
}
function Zp(e, t) {
	return $p(e.settled, t.settled) && Qp(e, t) && e.kind === t.kind && e.rows === t.rows && em(e.tags, t.tags);
}
function Qp(e, t) {
	let [n, r] = [e, t].map(({ a: e, b: t, more: n }) => [
		e,
		t,
		...n
	]);
	return n.length === r.length && n.every((e, t) => $p(e, r[t]));
}
function $p(e, t) {
	return e?.z === t?.z && e?.delta === t?.delta;
}
function em(e, t) {
	return e.length === t.length && e.every((e, n) => e === t[n]);
}
// src/tools/undo.ts
var tm = class {
	element;
	history;
	back;
	forth;
	constructor(e, t) {
		this.history = new Jp(e, () => this.mark());
		let n = (e, t, n, r) => P("button", {
			type: "button",
			class: "gl-tool",
			title: t,
			"data-testid": n,
			onclick: r
		}, e);
		this.back = n("Undo", "Take back the last change of point, pins, selection or groups (Ctrl+Z)", "undo", () => this.history.undo()), this.forth = n("Redo", "Do it again (Ctrl+Shift+Z)", "redo", () => this.history.redo()), this.element = P("span", { class: "gl-tools" }, this.back, this.forth), t.addEventListener("keydown", (e) => this.onKey(e)), this.mark();
	}
	close() {
		this.history.close();
	}
	onKey(e) {
		let t = e.key.toLowerCase();
		!(e.ctrlKey || e.metaKey) || t !== "z" && t !== "y" || Kr(e.target) || (t === "y" || e.shiftKey ? this.history.redo() : this.history.undo(), e.preventDefault());
	}
	mark() {
		this.back.setAttribute("aria-disabled", String(!this.history.canUndo)), this.forth.setAttribute("aria-disabled", String(!this.history.canRedo));
	}
}, nm = 300, rm = class {
	root;
	model;
	host;
	element = P("div", { class: "gl-layout" });
	frames = new Ls((e) => this.frame(e));
	sampler;
	painter;
	map;
	maps;
	legend;
	sample;
	sliders;
	path;
	draw;
	card;
	inset;
	keys;
	linking;
	toolbox;
	undo;
	note;
	unwatch;
	frameStart = 0;
	telling = 0;
	asked = null;
	unreported = !0;
	opened = !1;
	constructor(e, t, n) {
		this.root = e, this.model = t, this.host = n;
		let r = L(e), i = new sr(t.data, (e, n) => t.decodedRows(e, n)), a = () => this.frames.request(), { failed: o } = this;
		this.painter = new Sr(t.data.item, r), this.sampler = new Gs(t.engine, (e) => this.shown(e), o), this.map = new ea(t, this.painter, r, a, o), this.maps = new Ko(t, (e) => n.choose?.(e)), this.legend = new li(t, r), this.sample = new Ms(t, this.painter, i, o), this.sliders = new Is(t, this.painter), this.path = new xs(t, this.painter, a, o);
		let s = t.data.item.modality === "image" && t.engine.encode;
		this.draw = s ? new as(t, this.painter, i, a, o) : null, this.card = new vs(t, this.map, this.painter, i, a, o), this.inset = new cs(t, this.map.view, this.painter, this.card.element), this.keys = new Gr(this.element, t, this.map, this.path, this.sample), this.note = P("p", {
			class: "gl-note",
			role: "status",
			hidden: t.engine.note === ""
		}, t.engine.note), t.data.selected && Hs(t, t.data.selected), this.undo = new tm(t, this.element);
		let { beside: c } = t.data;
		this.linking = c && new Vr({
			model: t,
			items: i,
			data: c.data,
			failed: o
		}, c.channel), this.toolbox = this.layOut(i, a), this.maps.begin(), this.element.style.colorScheme = r.dark ? "dark" : "light", this.unwatch = ir(e, (e) => this.setTheme(e)), t.on((e) => {
			(e === "settled" || e === "time") && (this.unreported = !0), e === "time" && (this.asked = null), (e === "selection" || e === "tags") && this.selected(), (e === "plane" || e === "moved") && this.sample.show(), a();
		}), t.data.item.modality === "points" && this.loadCloud(i).catch(o), a();
	}
	recall(e) {
		Ws(e, this.model, this.map, this.maps);
	}
	goTo(e) {
		let t = this.model.restore(e);
		t && (this.model.changed("pins"), this.model.settle(t, e.source));
	}
	destroy() {
		clearTimeout(this.telling), this.frames.stop(), this.toolbox.close(), this.undo.close(), this.linking?.close();
		let { sampler: e, maps: t, path: n, card: r, inset: i, keys: a, sample: o } = this;
		for (let s of [
			e,
			t,
			n,
			r,
			i,
			a,
			o
		]) s.close();
		this.draw?.close(), this.map.destroy(), this.unwatch(), this.model.engine.decoder.close(), this.element.remove(), this.note.remove();
	}
	selected() {
		clearTimeout(this.telling), this.telling = window.setTimeout(() => this.host.select?.(Vs(this.model)), nm);
	}
	layOut(e, t) {
		let n = new ra(this.model, this.map, this.path), r = new ma(this.maps, this.map, n), i = new ka(this.maps, this.map);
		this.map.element.append(this.card.element, this.inset.element);
		let { element: a, details: o, columns: s } = this.sample, c = P("div", { class: "gl-side" }, P("div", { class: "gl-pair" }, a, this.draw?.element ?? o, s.element), this.draw ? o : null, this.sliders.element), { model: l, map: u, maps: d, painter: f, host: p, failed: m } = this, h = new Wp({
			model: l,
			map: u,
			maps: d,
			painter: f,
			items: e,
			host: p,
			request: t,
			failed: m
		}, n, this.element);
		h.row.append(this.undo.element);
		let g = P("div", { class: "gl-map-area" }, ...this.linking ? [this.linking.element] : [], r.element, i.element, u.element, this.legend.element, h.row);
		return this.element.append(g, c, h.panel, P("div", { class: "gl-path-area" }, this.path.element)), this.element.classList.toggle("gl-pixels", this.model.data.item.modality === "image"), this.root.append(this.note, this.element), h;
	}
	frame(e) {
		this.frameStart = performance.now(), this.path.advance(e), this.draw?.draw();
		let t = this.model.current, n = this.asked?.z !== t.z || this.asked.delta !== t.delta;
		n && (this.asked = t, this.sampler.ask(t)), this.unreported && this.report().catch(this.failed), this.map.draw(), this.sliders.draw(), n || V("genlab.frame", this.frameStart);
	}
	shown(e) {
		this.model.take(e), this.sample.show(), this.inset.show(e), this.model.live && this.map.draw(), V("genlab.frame", this.frameStart);
	}
	async report() {
		let { model: e } = this, t = this.opened;
		this.unreported = !1, this.opened = !0;
		let { settled: n } = e, r = await this.sampler.codeOf(n);
		e.settled.z === n.z && e.settled.delta === n.delta && (e.settled = {
			...n,
			code: r
		}, e.nearest = e.nearestTo(r), t && !e.rewound && this.host.settle(e.report(e.plane.place(e.settled))), this.frames.request(), this.sample.settled(), await this.sliders.refreshStrips());
	}
	failed = (e) => {
		F(this.note, e.message), this.note.hidden = !1;
	};
	setTheme(e) {
		this.element.style.colorScheme = e.dark ? "dark" : "light", this.painter.theme = e, this.map.setTheme(e), this.legend.setTheme(e), this.sample.show();
	}
	async loadCloud(e) {
		let t = await e.block(0);
		this.painter.cloud = cr(t.subarray(0, 4e3)), this.sample.show();
	}
}, im = class {
	changed;
	mask;
	rest = "grey";
	known = /* @__PURE__ */ new Int32Array();
	constructor(e, t) {
		this.changed = t, this.mask = new Uint8Array(e);
	}
	rows() {
		if (this.known) return this.known;
		let { mask: e } = this, t = 0;
		for (let n = 0; n < e.length; n++) t += e[n];
		let n = new Int32Array(t);
		for (let t = 0, r = 0; t < e.length; t++) e[t] && (n[r++] = t);
		return this.known = n;
	}
	get count() {
		return this.rows().length;
	}
	has(e) {
		return this.mask[e] === 1;
	}
	set(e) {
		this.mask.fill(0), this.write(e, 1);
	}
	narrow(e) {
		let t = Array.from(e).filter((e) => this.has(e));
		this.set(t);
	}
	restore(e) {
		this.mask.fill(0);
		for (let t of e) this.mask[t] = 1;
		this.known = e, this.changed();
	}
	add(e) {
		this.write(e, 1);
	}
	subtract(e) {
		this.write(e, 0);
	}
	invert() {
		for (let e = 0; e < this.mask.length; e++) this.mask[e] ^= 1;
		this.told();
	}
	clear() {
		this.set([]);
	}
	setRest(e) {
		this.rest = e, this.changed();
	}
	get isolating() {
		return this.count > 0 ? this.rest : "shown";
	}
	get visible() {
		return this.isolating === "hidden" ? this.mask : null;
	}
	write(e, t) {
		let { mask: n } = this;
		for (let r = 0; r < e.length; r++) {
			let i = e[r];
			i >= 0 && i < n.length && (n[i] = t);
		}
		this.told();
	}
	told() {
		this.known = null, this.changed();
	}
}, am = .04, om = .1, sm = 8, cm = 25, lm = 5, um = 1e-4;
async function dm(e, t, n, r, i = Math.random) {
	let a = Math.max(cm, Math.ceil(r / .96)), o = [], s = [];
	for (; o.length < a;) {
		let r = Array.from({ length: Math.min(lm, a - o.length) }, e), { x: c } = await t(r.map((e) => Qa(e, 1)).flatMap((e) => [e, ...fm(e, n, i)])), l = c.length / r.length;
		s.push(...r.map((e, t) => pm(c.subarray(t * l, (t + 1) * l), l / 9))), o.push(...r);
	}
	let c = s.map((e, t) => t).sort((e, t) => s[e] - s[t]), l = new Set(c.slice(0, a - Math.round(am * a)));
	return o.filter((e, t) => l.has(t)).slice(0, r);
}
function fm(e, t, n) {
	return Array.from({ length: sm }, () => {
		let r = Ga(t.length, n), i = om * Math.sqrt(t.length) / (H(r) || 1);
		return e.map((e, n) => n < t.length ? e + i * r[n] * t[n] : e);
	});
}
function pm(e, t) {
	let n = e.subarray(0, t), r = n.reduce((e, t) => e + t, 0) / t, i = Math.sqrt(n.reduce((e, t) => e + (t - r) ** 2, 0) / t), a = e.length / t - 1, o = 0;
	for (let r = t; r < e.length; r++) o += (e[r] - n[r % t]) ** 2;
	return Math.sqrt(o / (a * t)) / om / (i + um);
}
// src/state/model.ts
var mm = 24, hm = class {
	data;
	arrays;
	engine;
	pins;
	hidden = /* @__PURE__ */ new Set();
	selection;
	tags = [];
	directions = [];
	plane;
	settled;
	live = null;
	source = "reset";
	sample = null;
	hoverRow = -1;
	nearest = {
		row: -1,
		distance: NaN
	};
	truncation = 1;
	keepsOff;
	rewound = !1;
	draw = null;
	ahead = [];
	filling = null;
	steps = 0;
	listeners = /* @__PURE__ */ new Set();
	constructor(e, t, n, r) {
		this.data = e, this.arrays = t, this.engine = n, this.selection = new im(e.points.count, () => this.changed("selection")), this.keepsOff = this.canKeepOff, this.plane = new no($a(e, t), [0, 1], t.labels), this.pins = new ji(null, null, this.isGan ? "slerp" : "lerp", q(e)), this.settled = (r && this.restore(r)) ?? this.origin(), this.source = r?.source ?? "reset";
	}
	get isGan() {
		return this.data.map.space === "activations";
	}
	get canKeepOff() {
		return !this.isGan || this.isPicture;
	}
	get isPicture() {
		return this.data.item.shape.length === 3;
	}
	get deltaDim() {
		return this.isGan ? this.data.map.dim : 0;
	}
	get current() {
		return this.live ?? this.settled;
	}
	on(e) {
		return this.listeners.add(e), () => this.listeners.delete(e);
	}
	changed(e) {
		e === "time" && ([this.ahead, this.filling, this.steps] = [
			[],
			null,
			this.steps + 1
		]);
		for (let t of this.listeners) t(e);
	}
	at(e) {
		return this.isGan ? W(e, this.settled.delta ?? new Float32Array(this.deltaDim)) : U(e);
	}
	pure(e) {
		return this.isGan ? W(e, new Float32Array(this.deltaDim)) : U(e);
	}
	under(e, t = this.settled) {
		return this.plane.under(e, t);
	}
	visit(e) {
		this.live !== e && (this.live = e, this.changed("view"));
	}
	settle(e, t) {
		t !== "random" && (this.draw = null), this.steps++, this.live = null, this.settled = e, this.source = t, this.changed("settled");
	}
	take(e) {
		this.sample = e, e.point.z === this.settled.z && e.point.delta === this.settled.delta && !this.settled.code && (this.settled = e.point);
	}
	nearestTo(e) {
		let { map: t, latent: n } = this.data;
		if (!this.isGan) return Er(this.arrays.codes, n.dim, e);
		let { mean: r, components: i } = this.arrays;
		return Er(this.arrays.coords, t.k, za({
			dim: t.dim,
			k: t.k,
			mean: r,
			components: i
		}, e));
	}
	item(e) {
		let { dim: t } = this.data.latent;
		return this.pure(this.arrays.codes.slice(e * t, (e + 1) * t));
	}
	async decodedRows(e, t) {
		return (await this.engine.batch(Array.from({ length: t }, (t, n) => this.item(e + n)))).x;
	}
	async random() {
		let e = ++this.steps, t = this.sifts ? await this.nextSteady() : this.drawOne();
		e === this.steps && (this.draw = t, this.settle(this.drawn(), "random"));
	}
	async fresh(e, t) {
		let n = () => this.drawOne(t), r = () => Array.from({ length: e }, n);
		return this.sifts ? dm(n, (e) => this.engine.batch(e.map((e) => this.pure(e))), Array.from(this.prior().std).slice(0, q(this.data)), e, t).catch(r) : r();
	}
	get sifts() {
		return this.keepsOff && this.isPicture;
	}
	async nextSteady() {
		if (this.ahead.length === 0) {
			let e = this.filling ??= this.fresh(mm), t = await e;
			e === this.filling && ([this.ahead, this.filling] = [t, null]);
		}
		return this.ahead.pop() ?? this.drawOne();
	}
	drawOne(e) {
		return this.keepsOff && !this.isGan ? Za(this.data, this.arrays.codes, e) : Xa(this.data, this.prior(), e);
	}
	truncate(e) {
		this.truncation = e, this.draw && this.visit(this.drawn());
	}
	drawn() {
		return this.pure(Qa(this.draw, this.truncation));
	}
	prior() {
		let { dim: e, variational: t, mean: n, std: r, classes: i } = this.data.latent;
		if (!t && !this.isGan) return {
			mean: n,
			std: r
		};
		let a = q(this.data), o = 1 / Math.max(1, i.length);
		return {
			mean: new Float32Array(e).fill(o, a),
			std: new Float32Array(e).fill(1).fill(Math.sqrt(o * (1 - o)), a)
		};
	}
	origin() {
		return this.isGan && this.data.points.count > 0 ? this.item(0) : this.pure(Ja(Float32Array.from(this.prior().mean), this.data, 0));
	}
	show(e, t) {
		this.plane = e, this.changed(t);
	}
	report(e) {
		let { a: t, b: n, more: r } = this.pins;
		return {
			z: Array.from(this.settled.z),
			delta: this.settled.delta && Array.from(this.settled.delta),
			source: this.source,
			nearest: this.nearest.row,
			pins: {
				a: t && Oi(t),
				b: n && Oi(n),
				...r.length > 0 && { more: r.map(Oi) }
			},
			path: this.pins.kind,
			map: e
		};
	}
	restore(e) {
		this.pins.kind = e.path;
		for (let t of ["a", "b"]) this.pins[t] = ki(e.pins[t], this.data.latent.dim, this.deltaDim);
		let t = (e.pins.more ?? []).map((e) => ki(e, this.data.latent.dim, this.deltaDim));
		return this.pins.more = t.filter((e) => e !== null), ki([...e.z, ...e.delta ?? []], this.data.latent.dim, this.deltaDim);
	}
}, gm = /* @__PURE__ */ new Set();
function _m(e, t, n) {
	let r = P("div", { class: "gl-explorer" }), i = P("p", {
		class: "gl-note",
		role: "status"
	}, "Loading the map and the model…"), a = nr(r);
	r.append(i), e.append(r);
	let o = t, s = null, c = 0, l = new Set(t.settled ? [vm(t.settled)] : []), u = (e) => {
		l.add(vm(e)), n.settle(e);
	}, d = (e) => {
		o = {
			...o,
			maps: {
				...o.maps,
				chosen: e
			}
		}, n.choose?.(e);
	}, f = (e) => {
		o = {
			...o,
			selected: e
		}, n.select?.(e);
	}, p = async (e) => {
		let t = ++c;
		try {
			let [a, o] = await Promise.all([bm(e), Un(e)]);
			if (t !== c) return o.decoder.close();
			i.hidden = !0, s?.destroy(), s = new rm(r, new hm(e, a, o, e.settled), {
				...n,
				settle: u,
				choose: d,
				select: f
			}), m(e);
		} catch (e) {
			if (t !== c) return;
			s?.destroy(), s = null, F(i, e instanceof Error ? e.message : String(e)), i.hidden = !1;
		}
	}, m = ({ recall: e }) => {
		e && !gm.has(e.name) && s?.recall(e.moment);
	}, h = () => void (o.recall && gm.add(o.recall.name));
	for (let e of [
		"pointerdown",
		"keydown",
		"wheel"
	]) r.addEventListener(e, h, { passive: !0 });
	return p(t), {
		update(e) {
			let t = ym(e) === ym(o), n = e.recall !== null && e.recall.name !== o.recall?.name;
			o = e, t ? n ? m(e) : e.settled && !l.has(vm(e.settled)) && s?.goTo(e.settled) : p(e);
		},
		destroy() {
			c++, s?.destroy(), a.remove(), r.remove();
		}
	};
}
function vm({ z: e, delta: t, pins: n, path: r }) {
	return JSON.stringify([
		e,
		t,
		n.a,
		n.b,
		n.more ?? [],
		r
	]);
}
function ym(e) {
	return JSON.stringify({
		...e,
		key: "",
		settled: null,
		maps: null,
		selected: null,
		recall: null
	});
}
async function bm({ points: e, latent: t, map: n }) {
	let [r, o, s, c, l] = await Promise.all([
		i(n.coords, e.count * n.k, "map coordinates"),
		i(n.mean, n.dim, "map's means"),
		i(n.components, n.k * n.dim, "map components"),
		i(e.codes, e.count * t.dim, "codes"),
		e.labels ? a(e.labels, e.count, "labels") : null
	]);
	return {
		coords: r,
		mean: o,
		components: s,
		codes: c,
		labels: l
	};
}
// src/live/figure.ts
var xm = class {
	element;
	canvas = P("canvas", { role: "img" });
	caption = P("figcaption");
	said = "";
	constructor(e, t) {
		this.element = P("figure", { "data-testid": e }, P("h3", {}, t), this.canvas, this.caption), this.describe(`${t}: nothing yet.`);
	}
	describe(e) {
		this.canvas.getAttribute("aria-label") !== e && this.canvas.setAttribute("aria-label", e);
	}
	explain(e, t = []) {
		let n = JSON.stringify([e, t]);
		if (n !== this.said) {
			this.said = n, F(this.caption, e);
			for (let { label: e, color: n, square: r } of t) {
				let t = P("span", { class: r ? "gl-live-key gl-live-square" : "gl-live-key" }, e);
				t.style.setProperty("--gl-swatch", n), this.caption.append(" ", t);
			}
		}
	}
	begin() {
		let e = this.canvas.clientWidth;
		if (e === 0) return null;
		let t = window.devicePixelRatio || 1, n = Math.round(e * t);
		this.canvas.width !== n && (this.canvas.width = this.canvas.height = n);
		let r = this.canvas.getContext("2d");
		return r.setTransform(t, 0, 0, t, 0, 0), r.clearRect(0, 0, e, e), {
			context: r,
			side: e
		};
	}
}, Sm = class {
	places = /* @__PURE__ */ new Float32Array();
	labels = /* @__PURE__ */ new Int32Array();
	box = {
		minX: -1,
		maxX: 1,
		minY: -1,
		maxY: 1
	};
	rows = /* @__PURE__ */ new Int32Array();
	from = /* @__PURE__ */ new Float32Array();
	to = /* @__PURE__ */ new Float32Array();
	fromBox = this.box;
	toBox = this.box;
	startMs = 0;
	durationMs = 0;
	moveTo(e, t, n, r, i) {
		this.advance(r);
		let a = this.rows.length === 0, o = /* @__PURE__ */ new Map();
		this.rows.forEach((e, t) => o.set(Em(e, t), t));
		let s = e.slice();
		t.forEach((e, t) => {
			let n = o.get(Em(e, t));
			n !== void 0 && s.set(this.places.subarray(2 * n, 2 * n + 2), 2 * t);
		}), this.rows = t, this.labels = n, this.from = s, this.to = e, this.toBox = Cm(e), this.fromBox = a ? this.toBox : this.box, this.places = s.slice(), this.startMs = r, this.durationMs = a ? 0 : i;
	}
	advance(e) {
		let t = this.durationMs > 0 ? Math.min(Math.max((e - this.startMs) / this.durationMs, 0), 1) : 1, n = t * t * (3 - 2 * t);
		for (let e = 0; e < this.places.length; e++) this.places[e] = Dm(this.from[e], this.to[e], n);
		let [r, i] = [this.fromBox, this.toBox];
		return this.box = {
			minX: Dm(r.minX, i.minX, n),
			maxX: Dm(r.maxX, i.maxX, n),
			minY: Dm(r.minY, i.minY, n),
			maxY: Dm(r.maxY, i.maxY, n)
		}, t < 1;
	}
};
function Cm(e, t = .06) {
	let [n, r, i, a] = [
		Infinity,
		-Infinity,
		Infinity,
		-Infinity
	];
	for (let t = 0; t + 1 < e.length; t += 2) n = Math.min(n, e[t]), r = Math.max(r, e[t]), i = Math.min(i, e[t + 1]), a = Math.max(a, e[t + 1]);
	if (n > r) return {
		minX: -1,
		maxX: 1,
		minY: -1,
		maxY: 1
	};
	let o = (Math.max(r - n, a - i) / 2 || 1) * (1 + 2 * t), [s, c] = [(n + r) / 2, (i + a) / 2];
	return {
		minX: s - o,
		maxX: s + o,
		minY: c - o,
		maxY: c + o
	};
}
function wm(e, t) {
	let n = /* @__PURE__ */ new Map();
	return t.forEach((t, r) => {
		if (t < 0) return;
		n.has(t) || n.set(t, [[], []]);
		let [i, a] = n.get(t);
		i.push(e[2 * r]), a.push(e[2 * r + 1]);
	}), new Map([...n].map(([e, [t, n]]) => [e, [Tm(t), Tm(n)]]));
}
function Tm(e) {
	return e.sort((e, t) => e - t), e[e.length >> 1];
}
function Em(e, t) {
	return e >= 0 ? e : -1 - t;
}
function Dm(e, t, n) {
	return e + (t - e) * n;
}
// src/live/forming.ts
var Om = 350, km = 7, Am = 20, jm = class {
	labelNames;
	figure = new xm("live-map", "Map of the codes");
	motion = new Sm();
	marks = /* @__PURE__ */ new Map();
	request = 0;
	constructor(e) {
		this.labelNames = e;
	}
	show(e, t, n, r) {
		let i = e.shape[0], a = window.matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
		this.motion.moveTo(e.values, t?.values ?? new Int32Array(i).fill(-1), n?.values ?? new Int32Array(i).fill(-1), performance.now(), a ? 0 : Om);
		let o = i.toLocaleString("en"), s = t && t.values[0] >= 0 ? "data items" : "samples";
		this.figure.describe(`Map of the codes of ${o} ${s} at ${r}, in latent units.`), this.figure.explain(`${o} ${s} where the model puts them, in latent units, turned to match the frame before.` + (this.named ? " Each class has its own mark and colour; its name stands in its middle." : "")), this.draw();
	}
	draw() {
		cancelAnimationFrame(this.request);
		let e = this.motion.advance(performance.now()), t = this.figure.begin();
		t && this.paint(t.context, t.side), e && (this.request = requestAnimationFrame(() => this.draw()));
	}
	destroy() {
		cancelAnimationFrame(this.request);
	}
	get named() {
		return this.labelNames.length > 0 && this.motion.labels.some((e) => e >= 0);
	}
	paint(e, t) {
		let n = L(this.figure.element), { places: r, labels: i, box: a } = this.motion, o = t / (a.maxX - a.minX), s = (e, n) => [(e - a.minX) * o, t - (n - a.minY) * o];
		e.globalAlpha = .8;
		for (let t = 0; t < i.length; t++) {
			let [a, o] = s(r[2 * t], r[2 * t + 1]);
			e.drawImage(this.mark(i[t], n), a - km / 2, o - km / 2, km, km);
		}
		if (e.globalAlpha = 1, !(!this.named || this.labelNames.length > Am)) {
			e.font = "600 15px system-ui, sans-serif", e.textAlign = "center", e.textBaseline = "middle", e.lineWidth = 4, e.lineJoin = "round", e.strokeStyle = n.background, e.fillStyle = n.text;
			for (let [t, [n, a]] of wm(r, i)) {
				let [r, i] = s(n, a), o = this.labelNames[t] ?? String(t);
				e.strokeText(o, r, i), e.fillText(o, r, i);
			}
		}
	}
	mark(e, t) {
		let n = e < 0 ? t.primary : B(e, t.dark), r = e < 0 ? "disc" : Xr(e), i = this.marks.get(n + r);
		if (i) return i;
		let a = document.createElement("canvas"), o = a.width = a.height = 28, s = a.getContext("2d");
		s.fillStyle = n;
		for (let e = 0; e < o; e++) for (let t = 0; t < o; t++) {
			let [n, i] = [t, e].map((e) => (e + .5) / o * 2.4 - 1.2);
			Qr(r, n, i) && s.fillRect(t, e, 1, 1);
		}
		return this.marks.set(n + r, a), a;
	}
}, Mm = /* @__PURE__ */ new Set([
	"finished",
	"stopped",
	"interrupted",
	"failed",
	"broken"
]);
function Nm(e) {
	return Mm.has(e);
}
// src/live/paintItems.ts
var Pm = 5, Fm = document.createElement("canvas");
function Im(e, t, n, r, i) {
	let a = new Sr(t.values instanceof Uint8Array ? {
		...r,
		min: 0,
		max: 255
	} : r, i), o = r.shape.reduce((e, t) => e * t, 1);
	e.imageSmoothingEnabled = !1, n.slice(0, t.shape[0]).forEach((n, s) => {
		let c = r.modality === "image" ? n : Lm(e, n, i);
		a.paint(Fm, t.values, s * o, c.height);
		let l = Math.min(c.width / Fm.width, c.height / Fm.height), [u, d] = [Fm.width * l, Fm.height * l], [f, p] = [c.x + (c.width - u) / 2, c.y + (c.height - d) / 2];
		e.drawImage(Fm, f, p, u, d);
	});
}
function Lm(e, { x: t, y: n, width: r, height: i }, a) {
	return e.fillStyle = a.background, e.fillRect(t, n, r, i), e.strokeStyle = a.border, e.lineWidth = 1, e.strokeRect(t + .5, n + .5, r - 1, i - 1), {
		x: t + Pm,
		y: n + Pm,
		width: r - 10,
		height: i - 10
	};
}
function Rm(e, t, n, r = 0, i = 4) {
	let a = (e - r - i * (t + 1)) / t, o = (e - i * (n + 1)) / n;
	return Array.from({ length: t * n }, (e, n) => ({
		x: r + i + n % t * (a + i),
		y: i + Math.floor(n / t) * (o + i),
		width: a,
		height: o
	}));
}
// src/live/plane.ts
var zm = 22, Bm = .15;
function Vm(e) {
	return e.modality === "points" && e.shape[0] >= 2;
}
var Hm = class {
	item;
	side;
	low;
	high;
	constructor(e, t) {
		this.item = e, this.side = t;
		let n = Bm * (e.max - e.min || 1);
		this.low = e.min - n, this.high = e.max + n;
	}
	at(e, t) {
		let n = t * this.item.shape[0], r = this.side - 44, i = (e) => (e - this.low) / (this.high - this.low);
		return [zm + r * i(e.values[n]), this.side - zm - r * i(e.values[n + 1])];
	}
	outside(e) {
		let t = 0;
		for (let n = 0; n < e.shape[0]; n++) {
			let [r, i] = this.at(e, n);
			r >= 0 && r <= this.side && i >= 0 && i <= this.side || t++;
		}
		return t;
	}
	axes(e, t) {
		let { side: n } = this;
		e.fillStyle = t.text, e.font = "12px system-ui, sans-serif", e.textAlign = "left", e.fillText(I(this.low, 1), zm, n - 6), e.textAlign = "center", e.fillText("x₁", n / 2, n - 6), e.fillText("x₂", 10, n / 2), e.textAlign = "right", e.fillText(I(this.high, 1), n - zm, n - 6), e.strokeStyle = t.border, e.lineWidth = 1, e.strokeRect(zm, zm, n - 44, n - 44);
	}
	dots(e, t, n, r, i) {
		e.globalAlpha = i, e.fillStyle = r;
		for (let r = 0; r < t.shape[0]; r++) {
			let [i, a] = this.at(t, r);
			e.fillRect(i - n, a - n, 2 * n, 2 * n);
		}
		e.globalAlpha = 1;
	}
}, Um = 4, Wm = 44, Gm = class {
	item;
	figure = new xm("live-recon", "Copies");
	originals = null;
	recon = null;
	constructor(e) {
		this.item = e;
	}
	show(e, t, n) {
		this.originals = e, this.recon = t, this.figure.describe(`${t.shape[0]} data items, each with its reconstruction at ${n}.`), this.draw();
	}
	draw() {
		let e = this.recon && this.figure.begin();
		if (!this.originals || !this.recon || !e) return;
		let t = L(this.figure.element);
		Vm(this.item) ? this.drawPoints(e.context, e.side, t) : this.drawPairs(e.context, e.side, t);
	}
	destroy() {}
	drawPairs(e, t, n) {
		let r = 2 * Math.ceil(this.recon.shape[0] / Um), i = Rm(t, Um, r, Wm), [a, o] = [0, 1].map((e) => i.filter((t, n) => Math.floor(n / Um) % 2 === e));
		Im(e, this.originals, a, this.item, n), Im(e, this.recon, o, this.item, n), e.fillStyle = n.text, e.font = "13px system-ui, sans-serif", e.textBaseline = "middle";
		for (let t = 0; t < r; t++) {
			let { y: n, height: r } = i[t * Um];
			e.fillText(t % 2 ? "copy" : "item", 8, n + r / 2);
		}
		this.figure.explain("Each item above, the copy the model makes of it below.");
	}
	drawPoints(e, t, n) {
		let r = new Hm(this.item, t);
		r.axes(e, n), e.strokeStyle = n.primary, e.lineWidth = 1.5;
		for (let t = 0; t < this.recon.shape[0]; t++) {
			let [i, a] = r.at(this.originals, t), [o, s] = r.at(this.recon, t);
			e.beginPath(), e.moveTo(i, a), e.lineTo(o, s), e.stroke(), e.beginPath(), e.arc(o, s, 4.5, 0, 2 * Math.PI), e.stroke(), e.fillStyle = n.text, e.fillRect(i - 2.5, a - 2.5, 5, 5);
		}
		this.figure.explain("From each item a line to the copy the model makes of it.", [{
			label: "item (square)",
			color: n.text
		}, {
			label: "copy (ring)",
			color: n.primary
		}]);
	}
}, Km = 4, qm = class {
	item;
	figure = new xm("live-samples", "Samples");
	samples = null;
	data = null;
	constructor(e) {
		this.item = e;
	}
	show(e, t, n) {
		this.samples = e, this.data = t ?? this.data, this.figure.describe(`${e.shape[0]} samples from fixed noise at ${n}.`), this.draw();
	}
	draw() {
		let e = this.samples && this.figure.begin();
		if (!this.samples || !e) return;
		let t = L(this.figure.element), { context: n, side: r } = e;
		if (Vm(this.item)) return this.drawPoints(n, r);
		let i = Math.ceil(this.samples.shape[0] / Km);
		Im(n, this.samples, Rm(r, Km, i), this.item, t), this.figure.explain("Always the same noise, so you see the model change and not the dice.");
	}
	destroy() {}
	drawPoints(e, t) {
		let n = L(this.figure.element), r = this.samples, i = new Hm(this.item, t);
		i.dots(e, r, 1.5, n.primary, .85), this.data && i.dots(e, this.data, .6, n.text, .4), i.axes(e, n);
		let a = i.outside(r), o = [{
			label: `${r.shape[0].toLocaleString("en")} samples`,
			color: n.primary
		}];
		this.data && o.push({
			label: "data (small dots)",
			color: n.text
		}), this.figure.explain(a ? `From fixed noise; ${sf(a)} outside the picture.` : "From fixed noise.", o);
	}
}, Jm = {
	uint8: 1,
	float32: 4,
	int32: 4,
	int64: 8
};
function Ym(e, t) {
	let n = e.arrays.reduce((e, { dtype: t, shape: n }) => e + Jm[t] * Xm(n), 0);
	if (n !== t.byteLength) throw Error(`A picture of the training is damaged: ${t.byteLength} bytes came, ${n} were announced.`);
	let r = /* @__PURE__ */ new Map(), i = 0;
	for (let { name: n, dtype: a, shape: o } of e.arrays) {
		let e = i + Jm[a] * Xm(o);
		r.set(n, {
			values: Zm(a, t.slice(i, e)),
			shape: o
		}), i = e;
	}
	return {
		header: e,
		arrays: r
	};
}
function Xm(e) {
	return e.reduce((e, t) => e * t, 1);
}
function Zm(e, t) {
	switch (e) {
		case "uint8": return new Uint8Array(t);
		case "float32": return new Float32Array(t);
		case "int32": return new Int32Array(t);
		case "int64": return Int32Array.from(new BigInt64Array(t), Number);
	}
}
// src/live/socket.ts
var Qm = class {
	listener;
	line;
	header = null;
	constructor(e, t) {
		this.listener = t, this.line = new Uo(e, {
			heard: (e) => this.hear(e),
			lost: (e) => {
				this.header = null, t.lost(e);
			},
			closed: () => t.closed()
		});
	}
	close() {
		this.line.close();
	}
	hear(e) {
		try {
			if (typeof e == "string") {
				let t = JSON.parse(e);
				t.arrays.length === 0 && this.listener.frame({
					header: t,
					arrays: /* @__PURE__ */ new Map()
				}), this.header = t.arrays.length > 0 ? t : null;
			} else if (this.header) {
				let t = Ym(this.header, e);
				this.header = null, this.listener.frame(t);
			}
		} catch (e) {
			this.listener.damaged(e);
		}
	}
}, $m = "\n.gl-live {\n  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));\n  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));\n  --gl-panel: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));\n  --gl-border: var(--st-border-color, light-dark(#c9d2dd, #3a4654));\n  --gl-primary: var(--st-primary-color, light-dark(#0b5cad, #6cb0ff));\n  color-scheme: light dark;\n  color: var(--gl-text);\n  font: 400 1rem/1.45 var(--st-font, system-ui, sans-serif);\n  transition: color 1ms;\n}\n/* Where readTheme looks for plain colours. */\n.gl-live figure { background-color: var(--gl-background); border: 0 solid var(--gl-border); caret-color: var(--gl-primary); }\n.gl-live-status { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0 0 0.6rem; min-height: 1.45em; }\n.gl-live-moment { font-variant-numeric: tabular-nums; font-weight: 600; }\n.gl-live-moment:empty { display: none; }\n.gl-live-figures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }\n.gl-live figure { margin: 0; min-width: 0; }\n.gl-live figure[hidden] { display: none; }\n.gl-live h3 { font-size: 1rem; font-weight: 600; margin: 0 0 0.35rem; padding: 0; }\n.gl-live canvas {\n  display: block; width: 100%; aspect-ratio: 1; box-sizing: border-box;\n  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); background: var(--gl-panel);\n}\n.gl-live figcaption { font-size: 0.87rem; margin-top: 0.35rem; }\n.gl-live-key { white-space: nowrap; }\n.gl-live-key::before {\n  content: \"\"; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.3em; border-radius: 50%;\n  background: var(--gl-swatch, currentColor);\n}\n.gl-live-square::before { border-radius: 0; }\n";
// src/live/mountLive.ts
function eh(e, t, n) {
	let r = P("div", { class: "gl-live" });
	e.append(P("style", {}, $m), r);
	let i = t.key, a = new th(r, t, n);
	return {
		update(e) {
			e.key !== i && (i = e.key, a.destroy(), a = new th(r, e, n));
		},
		destroy() {
			a.destroy(), r.previousElementSibling?.remove(), r.remove();
		}
	};
}
var th = class {
	root;
	host;
	moment = P("span", { class: "gl-live-moment" });
	words = P("span", { role: "status" }, "Waiting for the first pictures of this training…");
	samples;
	recon;
	forming;
	socket;
	sizes;
	forgetTheme;
	ended = !1;
	seenAlive = !1;
	constructor(e, t, n) {
		this.root = e, this.host = n, delete e.dataset.seq, this.samples = new qm(t.item), this.recon = new Gm(t.item), this.forming = new jm(t.labelNames);
		let r = P("div", { class: "gl-live-figures" }, ...this.panels.map((e) => e.figure.element));
		e.replaceChildren(P("p", { class: "gl-live-status" }, this.moment, this.words), r), this.sizes = new ResizeObserver(() => this.redraw()), this.sizes.observe(r), this.forgetTheme = ir(e, () => this.redraw()), this.socket = new Qm(t.socket, {
			frame: (e) => this.show(e),
			lost: (e) => this.say(`The connection to the server was lost; trying again in ${e / 1e3} s.`),
			closed: () => this.end("finished"),
			damaged: (e) => this.say(e.message)
		});
	}
	destroy() {
		this.socket.close(), this.sizes.disconnect(), this.forgetTheme(), this.panels.forEach((e) => e.destroy()), this.root.replaceChildren();
	}
	get panels() {
		return [
			this.samples,
			this.recon,
			this.forming
		];
	}
	redraw() {
		this.panels.forEach((e) => e.draw());
	}
	show({ header: e, arrays: t }) {
		let n = `step ${e.step.toLocaleString("en")}, epoch ${cf(e.epoch)}`, [r, i, a, o] = [
			"samples",
			"originals",
			"recon",
			"map"
		].map((e) => t.get(e));
		t.size > 0 && (F(this.moment, n[0].toUpperCase() + n.slice(1)), this.root.dataset.seq = String(e.seq), this.recon.figure.element.hidden = !a), r && this.samples.show(r, t.get("data") ?? null, n), i && a && this.recon.show(i, a, n), o && this.forming.show(o, t.get("map_rows"), t.get("map_labels"), n), this.say(nh(e.state ?? "running", e.error, this.root.dataset.seq !== void 0)), e.state && Nm(e.state) ? this.end(e.state, e.error) : this.seenAlive = !0;
	}
	say(e) {
		this.ended || F(this.words, e);
	}
	end(e, t) {
		this.ended || (this.say(nh(e, t, !0)), this.ended = !0, this.socket.close(), this.seenAlive && this.host.ended(e));
	}
};
function nh(e, t, n) {
	switch (e) {
		case "queued": return "This training waits for a free place; its pictures will appear here.";
		case "running": return n ? "Training." : "Waiting for the first pictures of this training…";
		case "paused": return "Paused; these are the pictures so far.";
		case "finished": return "The training has finished; these are its last pictures.";
		case "stopped": return "The training was stopped; these are its last pictures.";
		case "interrupted": return "The training was interrupted; these are the last pictures it made.";
		case "failed":
		case "broken": return `The training failed. ${t ?? ""}`.trim();
	}
}
// src/tour/find.ts
function rh(e, t = document) {
	for (let n of e) {
		let e = ih(n, t);
		if (e) return e;
	}
	return null;
}
function ih(e, t) {
	for (let n of t.querySelectorAll(e)) if (ah(n)) return n;
	for (let n of t.querySelectorAll("*")) {
		let t = n.shadowRoot && ih(e, n.shadowRoot);
		if (t) return t;
	}
	return null;
}
function ah(e) {
	let { width: t, height: n, left: r, right: i } = e.getBoundingClientRect(), a = i <= 0 || r >= innerWidth;
	return t > 1 && n > 1 && !a && getComputedStyle(e).visibility !== "hidden";
}
// src/tour/steps.ts
var Q = [
	{
		title: "A map of what the model learned",
		text: "Every dot is one item. The model has a short list of numbers for each, its code, and near codes lie near each other here. Move the mouse or a finger over the map.",
		targets: ["[data-testid=\"latent-map\"]"]
	},
	{
		title: "Every place makes a new item",
		text: "This is what the place under your mouse or finger turns into. No one has drawn it: the decoder makes it while you move. A click or a tap keeps the place.",
		targets: ["[data-testid=\"decoded-sample\"]"]
	},
	{
		title: "One slider a number",
		text: "These are the numbers of the code, the one that changes most first. Drag one: the small pictures show where it leads.",
		targets: [".gl-sliders"]
	},
	{
		title: "Colours are classes",
		text: "Each class has its colour and its mark. A click or a tap hides one, a double one shows it alone: see which ones the model keeps apart.",
		targets: ["[data-testid=\"legend\"]"]
	},
	{
		title: "Walk from A to B",
		text: "Click or tap on the map and pin that place as A, then another as B. Then Play walks from one to the other, and every step is a new item.",
		targets: [".gl-path"]
	},
	{
		title: "Draw your own",
		text: "Draw here, or drop a picture. The encoder finds its code, and the map shows where your drawing belongs.",
		targets: ["[data-testid=\"draw\"]"]
	},
	{
		title: "Train your own model",
		text: "On Train you choose data and a model and watch it learn, which takes seconds for a small one. Runs keeps everything you have trained.",
		targets: [
			"[data-testid=\"stTopNavLink\"][href*=\"train\"]",
			"a[href*=\"/train\"]",
			"[data-testid=\"stExpandSidebarButton\"]"
		]
	},
	{
		title: "Words and large type",
		text: "The glossary says what the words mean; so do the dotted ones when you point at them or tap them. Projector makes everything large for a classroom. The tour can be taken again here.",
		targets: [".st-key-genlab-header"]
	}
], oh = "\n:host { all: initial; }\n.ring {\n  position: fixed; z-index: 1000000; pointer-events: none; border-radius: 10px;\n  outline: calc(3px * var(--gl-scale, 1)) solid var(--gl-primary); outline-offset: 3px;\n  box-shadow: 0 0 0 6px var(--gl-background), 0 0 0 200vmax rgb(0 0 0 / 0.38);\n}\n.card {\n  position: fixed; z-index: 1000001; box-sizing: border-box; width: min(calc(23rem * var(--gl-scale, 1)), calc(100vw - 16px));\n  max-height: calc(100vh - 16px); overflow-y: auto; padding: 0.9em 1.1em; border-radius: 10px;\n  color: var(--gl-text); background: var(--gl-background); border: 2px solid var(--gl-primary);\n  box-shadow: 0 4px 24px rgb(0 0 0 / 0.35); font: 400 calc(16px * var(--gl-scale, 1))/1.45 var(--gl-font, system-ui, sans-serif);\n}\n.card:focus { outline: none; }\nh2 { font-size: 1.1em; margin: 0 0 0.35em; line-height: 1.25; }\np { margin: 0; }\n.foot { display: flex; flex-wrap: wrap; gap: 0.5em; align-items: center; margin-top: 0.9em; }\n.count { margin-right: auto; font-variant-numeric: tabular-nums; font-size: 0.9em; }\nbutton {\n  font: inherit; font-size: 0.95em; color: inherit; background: none; cursor: pointer; padding: 0.25em 0.8em; min-height: 2.2em;\n  border: 1px solid currentColor; border-radius: 8px;\n}\nbutton.next { color: var(--gl-on-primary); background: var(--gl-primary); border-color: var(--gl-primary); }\nbutton.quiet { border-color: transparent; text-decoration: underline; }\nbutton:disabled { opacity: 0.5; cursor: default; }\nbutton:focus-visible { outline: 3px solid var(--gl-text); outline-offset: 2px; }\n.tip {\n  position: fixed; z-index: 1000002; box-sizing: border-box; max-width: min(calc(24rem * var(--gl-scale, 1)), calc(100vw - 16px));\n  padding: 0.5em 0.8em; border-radius: 8px; border: 1px solid var(--gl-text); color: var(--gl-text); background: var(--gl-background);\n  box-shadow: 0 2px 12px rgb(0 0 0 / 0.3); font: 400 calc(15px * var(--gl-scale, 1))/1.4 var(--gl-font, system-ui, sans-serif);\n}\n[hidden] { display: none !important; }\n", sh = "\n.gl-tour {\n  --gl-primary: var(--st-primary-color, #0b5cad);\n  font: 400 calc(0.95rem)/1.3 var(--st-font, system-ui, sans-serif); color: var(--st-text-color, inherit); background: none;\n  border: 1px solid var(--st-border-color, currentColor); border-radius: var(--st-base-radius, 8px);\n  padding: 0.3rem 0.75rem; min-height: 2.2rem; cursor: pointer; white-space: nowrap;\n}\n.gl-tour:hover { border-color: var(--gl-primary); }\n.gl-tour:focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }\n@media (max-width: 640px) { .gl-tour span { display: none; } }\n.gl-tour[data-new] { color: #fff; background: var(--gl-primary); border-color: var(--gl-primary); font-weight: 600; }\n";
// src/tour/colors.ts
function ch(e, t) {
	let n = getComputedStyle(t), r = (e, t) => n.getPropertyValue(e).trim() || t, i = {
		"--gl-text": r("--st-text-color", "#16202b"),
		"--gl-background": r("--st-background-color", "#ffffff"),
		"--gl-primary": r("--st-primary-color", "#0b5cad"),
		"--gl-on-primary": "#ffffff",
		"--gl-font": r("--st-font", "system-ui, sans-serif")
	};
	for (let [t, n] of Object.entries(i)) e.style.setProperty(t, n);
}
function lh(e, t, n) {
	let r = dh(e.left + e.width / 2 - t.width / 2, n.width - t.width), i = dh(e.top + e.height / 2 - t.height / 2, n.height - t.height);
	return [
		{
			left: r,
			top: e.top + e.height + 14
		},
		{
			left: r,
			top: e.top - 14 - t.height
		},
		{
			left: e.left + e.width + 14,
			top: i
		},
		{
			left: e.left - 14 - t.width,
			top: i
		}
	].find(({ left: e, top: r }) => e >= 8 && r >= 8 && e + t.width <= n.width - 8 && r + t.height <= n.height - 8) || [
		{
			left: r,
			top: n.height - t.height - 8
		},
		{
			left: r,
			top: 8
		},
		{
			left: n.width - t.width - 8,
			top: i
		},
		{
			left: 8,
			top: i
		}
	].reduce((n, r) => uh(e, {
		...r,
		...t
	}) < uh(e, {
		...n,
		...t
	}) ? r : n);
}
function uh(e, t) {
	let n = Math.min(e.left + e.width, t.left + t.width) - Math.max(e.left, t.left), r = Math.min(e.top + e.height, t.top + t.height) - Math.max(e.top, t.top);
	return Math.max(n, 0) * Math.max(r, 0);
}
function dh(e, t) {
	return Math.max(8, Math.min(e, t - 8));
}
// src/tour/terms.ts
var fh = ".gl-term", ph = class {
	page;
	place = P("div", {});
	tip = P("div", {
		class: "tip",
		role: "tooltip",
		id: "genlab-term",
		hidden: !0
	});
	word = null;
	constructor(e) {
		this.page = e, this.place.attachShadow({ mode: "open" }).append(P("style", {}, oh), this.tip), document.body.append(this.place), document.addEventListener("pointerover", (e) => this.enter(e.target)), document.addEventListener("focusin", (e) => this.enter(e.target)), document.addEventListener("focusout", () => this.hide()), document.addEventListener("keydown", (e) => e.key === "Escape" && this.hide()), document.addEventListener("scroll", () => this.hide(), !0);
	}
	enter(e) {
		let t = e instanceof Element ? e.closest(fh) : null;
		t !== this.word && (t ? this.show(t) : document.activeElement !== this.word && this.hide());
	}
	show(e) {
		this.hide(), this.word = e, e.title && (e.dataset.meaning = e.title, e.setAttribute("aria-description", e.title), e.removeAttribute("title")), this.tip.textContent = e.dataset.meaning ?? "", ch(this.place, this.page()), this.tip.hidden = !1;
		let { left: t, top: n, width: r, height: i } = e.getBoundingClientRect(), a = {
			width: this.tip.offsetWidth,
			height: this.tip.offsetHeight
		}, o = lh({
			left: t,
			top: n + 8,
			width: r,
			height: i - 16
		}, a, {
			width: innerWidth,
			height: innerHeight
		});
		this.tip.style.left = `${o.left}px`, this.tip.style.top = `${o.top}px`;
	}
	hide() {
		this.tip.hidden = !0, this.word = null;
	}
}, mh = 15e3, hh = 600, gh = 64, _h = class {
	page;
	ended;
	place = P("div", { "data-testid": "tour" });
	ring = P("div", { class: "ring" });
	title = P("h2", { id: "title" });
	text = P("p", { id: "text" });
	count = P("span", { class: "count" });
	back;
	next;
	card;
	at = -1;
	target = null;
	frame = 0;
	turn = 0;
	constructor(e, t) {
		this.page = e, this.ended = t;
		let n = (e, t, n, r) => P("button", {
			type: "button",
			title: t,
			class: n,
			onclick: r
		}, e);
		this.back = n("Back", "The step before (left arrow)", "", () => void this.go(-1)), this.next = n("Next", "The next step (right arrow)", "next", () => void this.go(1));
		let r = n("Skip", "End the tour (Esc)", "quiet", () => this.end());
		this.card = P("section", {
			class: "card",
			role: "dialog",
			"aria-labelledby": "title",
			"aria-describedby": "text",
			tabindex: "-1"
		}, this.title, this.text, P("div", { class: "foot" }, this.count, r, this.back, this.next)), this.card.hidden = this.ring.hidden = !0, this.place.attachShadow({ mode: "open" }).append(P("style", {}, oh), this.ring, this.card), document.body.append(this.place), document.addEventListener("keydown", this.keys, !0), this.follow(), this.begin();
	}
	end() {
		this.turn < 0 || (this.turn = -1, cancelAnimationFrame(this.frame), document.removeEventListener("keydown", this.keys, !0), this.place.remove(), this.ended());
	}
	async begin() {
		await xh(Q[0], mh), await this.go(1);
	}
	async go(e) {
		let t = ++this.turn, n = this.at + e;
		for (; n >= 0 && n < Q.length;) {
			let r = await xh(Q[n], hh);
			if (t !== this.turn) return;
			if (r) return this.show(n, r);
			n += e;
		}
		e > 0 && t === this.turn && this.end();
	}
	show(e, t) {
		this.at = e, this.target = t, this.title.textContent = Q[e].title, this.text.textContent = Q[e].text, this.count.textContent = `${e + 1} of ${Q.length}`, this.back.disabled = e === 0, this.next.textContent = e === Q.length - 1 ? "Done" : "Next", this.card.hidden = this.ring.hidden = !1, vh(t, this.card.offsetHeight), this.draw(), this.card.focus({ preventScroll: !0 });
	}
	follow() {
		this.frame = requestAnimationFrame(() => this.follow()), this.target && !this.target.isConnected && (this.target = rh(Q[this.at].targets)), this.draw();
	}
	draw() {
		if (!this.target || this.card.hidden) return;
		ch(this.place, this.page());
		let e = yh(this.target.getBoundingClientRect()), { left: t, top: n } = lh(e, {
			width: this.card.offsetWidth,
			height: this.card.offsetHeight
		}, {
			width: innerWidth,
			height: innerHeight
		});
		bh(this.ring, e), this.ring.style.width = `${e.width}px`, this.ring.style.height = `${e.height}px`, bh(this.card, {
			left: t,
			top: n
		});
	}
	keys = (e) => {
		let t = e.composedPath().includes(this.card), n = e.composedPath().some((e) => e instanceof HTMLButtonElement);
		if (e.key === "Escape") this.end();
		else if (t && e.key === "ArrowRight") this.go(1);
		else if (t && e.key === "ArrowLeft" && this.at > 0) this.go(-1);
		else if (t && e.key === "Enter" && !n) this.go(1);
		else return;
		e.preventDefault(), e.stopPropagation();
	};
};
function vh(e, t) {
	let { top: n, height: r } = e.getBoundingClientRect();
	if (e.closest("[data-testid=\"stHeader\"], .st-key-genlab-header")) return;
	let i = innerHeight - gh - t - 40;
	n >= gh && n + r <= innerHeight && (r <= i || innerWidth > 760) && (innerWidth > 760 || n + r + t + 40 <= innerHeight || n - t - 40 >= gh) || (e.style.scrollMarginTop = "76px", e.scrollIntoView({ block: innerWidth > 760 && r + t < innerHeight ? "center" : "start" }));
}
function yh({ left: e, top: t, right: n, bottom: r }) {
	let [i, a] = [Math.max(e, 4), Math.max(t, 4)];
	return {
		left: i,
		top: a,
		width: Math.min(n, innerWidth - 4) - i,
		height: Math.min(r, innerHeight - 4) - a
	};
}
function bh(e, { left: t, top: n }) {
	e.style.left = `${t}px`, e.style.top = `${n}px`;
}
async function xh(e, t) {
	let n = performance.now() + t;
	for (;;) {
		let t = rh(e.targets);
		if (t || performance.now() > n) return t;
		await new Promise((e) => setTimeout(e, 100));
	}
}
// src/tour/mountTour.ts
var Sh = "genlab.tour", Ch = null, wh = null, Th = document.body;
function Eh(e, t, n) {
	let r = P("button", {
		type: "button",
		class: "gl-tour",
		title: "A tour of two minutes over the real page: arrow keys go on and back, Esc ends it",
		"data-testid": "tour-start"
	}), i = P("style", {}, sh), a = () => {
		r.toggleAttribute("data-new", !Dh()), r.replaceChildren(Dh() ? "" : P("span", {}, "New here? "), "Tour");
	};
	return r.onclick = () => {
		Ch?.end(), rh(Q[0].targets) || n.explore(), Ch = new _h(() => Th, () => {
			Ch = null, Oh(), window.dispatchEvent(new Event(Sh)), Th.focus({ preventScroll: !0 });
		});
	}, a(), window.addEventListener(Sh, a), e.append(i, r), Th = r, wh ??= new ph(() => Th), {
		update() {},
		destroy() {
			window.removeEventListener(Sh, a), i.remove(), r.remove();
		}
	};
}
function Dh() {
	try {
		return localStorage.getItem(Sh) !== null;
	} catch {
		return !0;
	}
}
function Oh() {
	try {
		localStorage.setItem(Sh, "done");
	} catch {}
}
// src/cloud/points.ts
var kh = 2e4, Ah = 100, jh = class {
	points = [];
	past = [];
	get all() {
		return this.points;
	}
	get canUndo() {
		return this.past.length > 0;
	}
	get isFull() {
		return this.points.length >= kh;
	}
	begin() {
		this.past.push(this.points.slice()), this.past.length > Ah && this.past.shift();
	}
	add(e) {
		for (let t of e) !this.isFull && Math.abs(t.x) <= 1 && Math.abs(t.y) <= 1 && this.points.push(t);
	}
	erase(e, t, n) {
		this.points = this.points.filter((r) => Math.hypot(r.x - e, r.y - t) > n);
	}
	clear() {
		this.begin(), this.points = [];
	}
	undo() {
		this.points = this.past.pop() ?? this.points;
	}
	drawn(e) {
		let t = (e) => Math.round(e * 1e4) / 1e4;
		return {
			name: e,
			x: this.points.map((e) => t(e.x)),
			y: this.points.map((e) => t(e.y)),
			brush: this.points.map((e) => e.brush)
		};
	}
}, Mh = 3.2, Nh = class {
	canvas;
	context;
	stamps = /* @__PURE__ */ new Map();
	constructor(e) {
		this.canvas = e, this.context = e.getContext("2d");
	}
	at(e) {
		let t = this.canvas.getBoundingClientRect();
		return [2 * (e.clientX - t.left) / t.width - 1, 1 - 2 * (e.clientY - t.top) / t.height];
	}
	draw(e, t, n) {
		let { canvas: r, context: i } = this, a = r.clientWidth;
		if (a === 0) return;
		let o = window.devicePixelRatio || 1;
		r.width !== Math.round(a * o) && (r.width = r.height = Math.round(a * o));
		let s = L(r.closest(".gl-cloud"));
		i.setTransform(o, 0, 0, o, 0, 0), i.clearRect(0, 0, a, a);
		let c = (e, t) => [(e + 1) / 2 * a, (1 - t) / 2 * a];
		this.grid(a, s.text, c);
		for (let { x: t, y: n, brush: r } of e) {
			let [e, a] = c(t, n), l = this.mark(r, s.dark, o);
			i.drawImage(l, e - l.width / o / 2, a - l.height / o / 2, l.width / o, l.height / o);
		}
		if (i.strokeStyle = s.text, i.lineWidth = 1.5, t && (i.beginPath(), i.arc(...c(t.x, t.y), t.width / 2 * a, 0, 2 * Math.PI), i.stroke()), n) {
			let [e, t] = c(...n);
			i.beginPath(), i.moveTo(e - 9, t), i.lineTo(e + 9, t), i.moveTo(e, t - 9), i.lineTo(e, t + 9), i.stroke();
		}
	}
	grid(e, t, n) {
		let { context: r } = this;
		r.strokeStyle = r.fillStyle = t, r.font = "12px system-ui, sans-serif";
		for (let t of [
			-.5,
			0,
			.5
		]) {
			let [i, a] = n(t, t);
			r.globalAlpha = t === 0 ? .35 : .15, r.lineWidth = 1, r.beginPath(), r.moveTo(i, 0), r.lineTo(i, e), r.moveTo(0, a), r.lineTo(e, a), r.stroke(), r.globalAlpha = .75, r.fillText(String(t).replace("-", "−"), i + 3, e - 4), t !== 0 && r.fillText(String(t).replace("-", "−"), 3, a - 3);
		}
		r.globalAlpha = 1;
	}
	mark(e, t, n) {
		let r = `${e} ${t} ${n}`, i = this.stamps.get(r);
		if (i) return i;
		let a = Ph(e, t, Math.max(2, Mh * n));
		return this.stamps.set(r, a), a;
	}
};
function Ph(e, t, n) {
	let r = document.createElement("canvas");
	r.width = r.height = 2 * Math.ceil(1.1 * n) + 1;
	let i = r.getContext("2d");
	i.fillStyle = B(e, t);
	let a = (r.width - 1) / 2;
	for (let t = 0; t < r.height; t++) for (let o = 0; o < r.width; o++) Qr(Xr(e), (o - a) / n, (t - a) / n) && i.fillRect(o, t, 1, 1);
	return r;
}
// src/cloud/shapes.ts
function Fh(e = Math.random) {
	let t = Math.sqrt(-2 * Math.log(1 - e())), n = 2 * Math.PI * e();
	return [t * Math.cos(n), t * Math.sin(n)];
}
function Ih(e, t, n, r, i) {
	return Array.from({ length: r }, () => {
		let [r, a] = Fh();
		return {
			x: e + n / 2 * r,
			y: t + n / 2 * a,
			brush: i
		};
	});
}
function Lh(e, t, n, r, i, a) {
	let o = .35;
	return Array.from({ length: i }, (s, c) => {
		let [l, u] = Fh(), d = 2 * Math.PI * c / i, f = 2 * (c / Math.max(i - 1, 1)) - 1, [p, m] = e === "ring" ? [o * Math.cos(d), o * Math.sin(d)] : e === "line" ? [o * f, 0] : [o * .45 * l, o * .45 * u], h = e === "blob" ? 0 : r / 4;
		return {
			x: t + p + h * l,
			y: n + m + h * u,
			brush: a
		};
	});
}
// src/cloud/style.ts
var Rh = `
.gl-cloud {
  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));
  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));
  --gl-soft: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));
  --gl-border: var(--st-border-color, light-dark(#c9d2dd, #3a4654));
  --gl-primary: var(--st-primary-color, light-dark(#0b5cad, #6cb0ff));
  color-scheme: light dark;
  container-type: inline-size;
  color: var(--gl-text);
  background-color: var(--gl-background);
  border: 0 solid var(--gl-border);
  caret-color: var(--gl-primary);
  font: 400 15px/1.4 var(--st-font, system-ui, sans-serif);
  transition: color 1ms;
}
.gl-cloud *, .gl-cloud *::before { box-sizing: border-box; }
.gl-cloud-layout { display: grid; grid-template-columns: minmax(0, 520px) minmax(240px, 360px); gap: 20px; align-items: start; }
.gl-cloud canvas.gl-cloud-sheet {
  display: block; width: 100%; aspect-ratio: 1; touch-action: none; cursor: crosshair;
  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); background: var(--gl-soft);
}
.gl-cloud-tools { display: grid; gap: 12px; }
.gl-cloud fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.gl-cloud legend, .gl-cloud label > span { font-size: 14px; font-weight: 600; padding: 0; margin-bottom: 4px; display: block; }
.gl-cloud-row { display: flex; flex-wrap: wrap; gap: 6px; }
.gl-cloud button {
  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); cursor: pointer; min-height: 34px;
  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); padding: 3px 11px;
}
.gl-cloud button:hover:not(:disabled) { border-color: var(--gl-text); }
.gl-cloud button:disabled { opacity: 0.55; cursor: default; }
.gl-cloud button[aria-checked="true"] { border-color: var(--gl-text); box-shadow: inset 0 0 0 1.5px var(--gl-text); font-weight: 600; }
.gl-cloud button.gl-cloud-keep { background: var(--gl-primary); border-color: var(--gl-primary); color: #fff; font-weight: 600; }
.gl-cloud-brush { display: inline-flex; align-items: center; gap: 6px; }
${Qn(".gl-cloud")}
.gl-cloud input[type="range"] { min-height: 24px; }
.gl-cloud input[type="text"] {
  font: inherit; color: inherit; background: var(--gl-background); width: 100%; min-height: 36px; padding: 4px 10px;
  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px);
}
.gl-cloud :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }
.gl-cloud p { margin: 0; font-size: 14px; font-variant-numeric: tabular-nums; }
@container (max-width: 620px) { .gl-cloud-layout { grid-template-columns: minmax(0, 1fr); } }
`, zh = [
	[
		"spray",
		"Spray",
		"A cloud of points under the brush as it moves"
	],
	[
		"dot",
		"Dots",
		"One point at a time"
	],
	[
		"erase",
		"Erase",
		"Remove the points under the brush"
	]
], Bh = class {
	changed;
	brush = 0;
	tool = "spray";
	element;
	brushes;
	tools;
	widthInput = Uh("Width of the brush, as a share of the sheet", 2, 40, 12);
	densityInput = Uh("Points a touch of the brush leaves", 1, 40, 8);
	constructor(e) {
		this.changed = e, this.brushes = Array.from({ length: 6 }, (e, t) => Vh(`Brush ${t + 1}: its points become a class of their own (key ${t + 1})`, () => this.take(t))), this.tools = zh.map(([e, t, n]) => {
			let r = Vh(n, () => this.use(e));
			return r.append(t), r;
		}), this.element = P("div", { class: "gl-cloud-tools" }, Hh("Class", this.brushes), Hh("Tool", this.tools), P("label", {}, P("span", {}, "Width"), this.widthInput), P("label", {}, P("span", {}, "Density"), this.densityInput)), this.widthInput.addEventListener("input", e), this.show();
	}
	get width() {
		return Number(this.widthInput.value) / 100;
	}
	get density() {
		return Number(this.densityInput.value);
	}
	take(e) {
		this.brush = e, this.tool === "erase" && (this.tool = "spray"), this.show(), this.changed();
	}
	use(e) {
		this.tool = e, this.show(), this.changed();
	}
	paint(e) {
		this.brushes.forEach((t, n) => {
			t.replaceChildren(P("span", { class: "gl-cloud-brush" }, Ph(n, e, 6), String(n + 1)));
		});
	}
	show() {
		this.brushes.forEach((e, t) => e.setAttribute("aria-checked", String(t === this.brush))), this.tools.forEach((e, t) => e.setAttribute("aria-checked", String(zh[t][0] === this.tool)));
	}
};
function Vh(e, t) {
	return P("button", {
		type: "button",
		role: "radio",
		title: e,
		"aria-label": e,
		onclick: t
	});
}
function Hh(e, t) {
	return P("fieldset", {}, P("legend", {}, e), P("div", {
		class: "gl-cloud-row",
		role: "radiogroup",
		"aria-label": e
	}, ...t));
}
function Uh(e, t, n, r) {
	return P("input", {
		type: "range",
		min: t,
		max: n,
		value: r,
		title: e,
		"aria-label": e
	});
}
// src/cloud/mountCloud.ts
var Wh = .05, Gh = 150, Kh = 10, qh = [
	["blob", "Blob"],
	["ring", "Ring"],
	["line", "Line"]
], Jh = {
	key: "",
	points: new jh(),
	name: ""
};
function Yh(e, t, n) {
	let r = P("div", { class: "gl-cloud" }), i = P("style", {}, Rh);
	e.append(i, r);
	let a = t.key, o = new Zh(r, n, Xh(a));
	return {
		update(e) {
			e.key !== a && (a = e.key, o.destroy(), o = new Zh(r, n, Xh(a)));
		},
		destroy() {
			o.destroy(), i.remove(), r.remove();
		}
	};
}
function Xh(e) {
	return Jh.key !== e && (Jh = {
		key: e,
		points: new jh(),
		name: ""
	}), Jh;
}
var Zh = class {
	root;
	points;
	canvas = P("canvas", {
		class: "gl-cloud-sheet",
		tabindex: 0,
		role: "application"
	});
	sheet = new Nh(this.canvas);
	tools;
	words = P("p", { role: "status" });
	undo = this.button("Undo", "Take back the last stroke (Ctrl+Z)", () => this.points.undo());
	clear = this.button("Clear", "Wipe the sheet; Undo brings it back", () => this.points.clear());
	keep;
	name = P("input", {
		type: "text",
		maxlength: 80,
		placeholder: "drawn points"
	});
	sizes;
	forgetTheme;
	pointer = null;
	pressed = !1;
	cross = [0, 0];
	byKeys = !1;
	frame = 0;
	constructor(e, t, n) {
		this.root = e, this.points = n.points, this.name.value = n.name, this.name.oninput = () => void (n.name = this.name.value), this.canvas.dataset.testid = "cloud-sheet", this.canvas.setAttribute("aria-label", "Sheet to draw points on. Arrow keys move the cross, space draws, 1 to 6 choose the class, Ctrl+Z undoes."), this.tools = new Bh(() => this.request());
		let r = qh.map(([e, t]) => this.button(t, `Add a ${e} of ${Gh} points around the cross, with the chosen class`, () => {
			this.points.begin(), this.points.add(Lh(e, ...this.cross, this.tools.width, Gh, this.tools.brush)), this.cross = [$h(this.cross[0] + .5), this.cross[0] + .5 > .75 ? $h(this.cross[1] - .5) : this.cross[1]];
		}));
		this.keep = P("button", {
			type: "button",
			class: "gl-cloud-keep",
			onclick: () => t.keep(this.points.drawn(this.name.value))
		}, "Keep as data set"), this.keep.title = "Keeps these points among your own data sets, ready to train on", this.name.setAttribute("aria-label", "Name of the data set"), this.tools.element.append(P("fieldset", {}, P("legend", {}, "Add a whole shape"), P("div", { class: "gl-cloud-row" }, ...r)), P("div", { class: "gl-cloud-row" }, this.undo, this.clear), this.words, P("label", {}, P("span", {}, "Name"), this.name), P("div", { class: "gl-cloud-row" }, this.keep)), e.replaceChildren(P("div", { class: "gl-cloud-layout" }, this.canvas, this.tools.element)), this.listen(), this.sizes = new ResizeObserver(() => this.request()), this.sizes.observe(this.canvas), this.forgetTheme = ir(e, () => this.retheme()), this.retheme();
	}
	destroy() {
		cancelAnimationFrame(this.frame), this.sizes.disconnect(), this.forgetTheme(), this.root.replaceChildren();
	}
	retheme() {
		this.tools.paint(L(this.root).dark), this.request();
	}
	button(e, t, n) {
		return P("button", {
			type: "button",
			title: t,
			onclick: () => {
				n(), this.request();
			}
		}, e);
	}
	request() {
		this.frame === 0 && (this.frame = requestAnimationFrame(() => this.draw()));
	}
	draw() {
		this.frame = 0;
		let { all: e } = this.points, t = this.byKeys ? this.cross : this.pointer, n = t && this.tools.tool !== "dot" ? {
			x: t[0],
			y: t[1],
			width: this.tools.width
		} : null;
		this.sheet.draw(e, n, this.byKeys ? this.cross : null);
		let r = new Set(e.map((e) => e.brush)).size, i = this.points.isFull ? " The sheet is full." : e.length < Kh ? ` At least ${Kh} can be kept.` : "", a = r > 1 ? ` in ${r} classes` : "";
		F(this.words, `${e.length.toLocaleString("en")} of ${kh.toLocaleString("en")} points${a}.${i}`), this.undo.disabled = !this.points.canUndo, this.clear.disabled = e.length === 0, this.keep.disabled = e.length < Kh;
	}
	touch(e, t) {
		let { tool: n, width: r, density: i, brush: a } = this.tools;
		n === "erase" ? this.points.erase(e, t, r) : n === "dot" ? this.points.add([{
			x: e,
			y: t,
			brush: a
		}]) : this.points.add(Ih(e, t, r, i, a)), this.request();
	}
	listen() {
		let { canvas: e } = this;
		e.addEventListener("pointerdown", (t) => {
			t.button > 0 || (e.setPointerCapture(t.pointerId), this.pressed = !0, this.byKeys = !1, this.points.begin(), this.touch(...this.pointer = this.sheet.at(t)));
		}), e.addEventListener("pointermove", (e) => {
			this.pointer = this.sheet.at(e), this.pressed && this.tools.tool !== "dot" ? this.touch(...this.pointer) : this.request();
		});
		let t = () => {
			this.pressed = !1, this.request();
		};
		e.addEventListener("pointerup", t), e.addEventListener("pointercancel", t), e.addEventListener("pointerleave", () => {
			this.pointer = null, this.request();
		}), e.addEventListener("blur", () => {
			this.byKeys = !1, this.request();
		}), e.addEventListener("keydown", (e) => this.key(e));
	}
	key(e) {
		let t = {
			ArrowLeft: [-.05, 0],
			ArrowRight: [Wh, 0],
			ArrowUp: [0, Wh],
			ArrowDown: [0, -.05]
		}[e.key], n = Number(e.key) - 1;
		if (t) this.cross = [Qh(this.cross[0] + t[0]), Qh(this.cross[1] + t[1])];
		else if (e.key === " ") e.repeat || this.points.begin(), this.touch(...this.cross);
		else if (e.key === "z" && (e.ctrlKey || e.metaKey)) this.points.undo();
		else if (n >= 0 && n < 6 && !e.ctrlKey && !e.metaKey) this.tools.take(n);
		else return;
		this.byKeys = !0, e.preventDefault(), e.stopPropagation(), this.request();
	}
};
function Qh(e) {
	return Math.max(-1, Math.min(1, e));
}
function $h(e) {
	return e > .75 ? -.5 : e < -.75 ? .5 : e;
}
// src/lab2d/marks.ts
function eg(e, t, n, r) {
	let i = e.getTransform().a, a = ng(r, i), o = a.width / i;
	e.globalAlpha = r.alpha;
	for (let r = 0; r < n.shape[0]; r++) {
		let [i, s] = t.at(n.values[2 * r], n.values[2 * r + 1]);
		e.drawImage(a, i - o / 2, s - o / 2, o, o);
	}
	e.globalAlpha = 1;
}
var tg = /* @__PURE__ */ new Map();
function ng({ color: e, radius: t, round: n }, r) {
	let i = JSON.stringify([
		e,
		t,
		n,
		r
	]), a = tg.get(i);
	if (a) return a;
	let o = 2 * Math.ceil(t * r + 1), s = new OffscreenCanvas(o, o), [c, l, u] = [
		s.getContext("2d"),
		o / 2,
		t * r
	];
	c.fillStyle = e, n ? c.arc(l, l, u, 0, 2 * Math.PI) : c.rect(l - u, l - u, 2 * u, 2 * u), c.fill();
	let d = s.transferToImageBitmap();
	return tg.set(i, d), d;
}
function rg(e, t, n, r) {
	let [i, a] = n.shape, o = (e, r) => {
		let i = 2 * (e * a + r);
		return t.at(n.values[i], n.values[i + 1]);
	};
	e.fillStyle = e.strokeStyle = r;
	let s = (2 * t.half * t.scale) ** 2 / (i * a);
	for (let t = 0; t + 1 < i; t++) for (let n = 0; n + 1 < a; n++) {
		let r = [
			o(t, n),
			o(t, n + 1),
			o(t + 1, n + 1),
			o(t + 1, n)
		];
		e.globalAlpha = Math.min(.5, Math.max(.02, s / (15 * Math.max(sg(r), 1)))), og(e, r), e.fill();
	}
	e.globalAlpha = .45, e.lineWidth = .8;
	for (let t = 0; t < i; t++) ag(e, Array.from({ length: a }, (e, n) => o(t, n)));
	if (i > 1) for (let t = 0; t < a; t++) ag(e, Array.from({ length: i }, (e, n) => o(n, t)));
	e.globalAlpha = 1;
}
function ig(e, t, n) {
	let [r, i] = [n[0] - t[0], n[1] - t[1]], a = Math.hypot(r, i);
	if (!(a >= 2)) return;
	let o = Math.min(5, a / 2) / a;
	e.beginPath(), e.moveTo(...t), e.lineTo(...n), e.moveTo(n[0] - o * (r + .6 * i), n[1] - o * (i - .6 * r)), e.lineTo(...n), e.lineTo(n[0] - o * (r - .6 * i), n[1] - o * (i + .6 * r)), e.stroke();
}
function ag(e, t) {
	e.beginPath(), t.forEach((t, n) => n ? e.lineTo(...t) : e.moveTo(...t)), e.stroke();
}
function og(e, t) {
	e.beginPath(), t.forEach((t, n) => n ? e.lineTo(...t) : e.moveTo(...t)), e.closePath();
}
function sg(e) {
	let t = 0;
	return e.forEach(([n, r], i) => {
		let [a, o] = e[(i + 1) % e.length];
		t += n * o - a * r;
	}), Math.abs(t) / 2;
}
// src/lab2d/square.ts
var $ = 20, cg = class {
	x;
	y;
	half;
	side;
	inside;
	constructor(e, t, n, r) {
		this.x = e, this.y = t, this.half = n, this.side = r, this.inside = r - 40;
	}
	get scale() {
		return this.inside / (2 * this.half);
	}
	at(e, t) {
		return [$ + (e - this.x + this.half) * this.scale, this.side - $ - (t - this.y + this.half) * this.scale];
	}
	holds(e, t) {
		return Math.abs(e - this.x) <= this.half && Math.abs(t - this.y) <= this.half;
	}
	clip(e) {
		e.beginPath(), e.rect($, $, this.inside, this.inside), e.clip();
	}
	axes(e, t, n) {
		let { side: r } = this;
		e.strokeStyle = t.border, e.lineWidth = 1, e.strokeRect($, $, this.inside, this.inside), e.fillStyle = t.text, e.font = "12px system-ui, sans-serif", e.textBaseline = "alphabetic", e.textAlign = "left", e.fillText(I(this.x - this.half, 1), $, r - 5), e.textAlign = "right", e.fillText(I(this.x + this.half, 1), r - $, r - 5), e.textAlign = "center", e.fillText(n[0], r / 2, r - 5), e.fillText(n[1], 10, r / 2);
	}
}, lg = 3.3, ug = class {
	figure;
	arrays = /* @__PURE__ */ new Map();
	constructor(e) {
		this.figure = new xm(e, "The plane of the codes");
	}
	show(e, t) {
		this.arrays = e, this.figure.describe(`Posteriors of items, and the codes drawn from them, against the prior at ${t}.`), this.draw();
	}
	draw() {
		let [e, t, n, r] = [
			"mu",
			"sigma",
			"codes",
			"labels"
		].map((e) => this.arrays.get(e)), i = n && this.figure.begin();
		if (!e || !t || !n || !r || !i) return;
		let { context: a, side: o } = i, s = L(this.figure.element), c = new cg(0, 0, Math.max(lg, 1.05 * fg(n.values)), o);
		a.save(), c.clip(a), this.drawPrior(a, c, s.text), this.groups(r).forEach((e, t) => {
			let r = t < 0 ? s.primary : B(t, s.dark);
			eg(a, c, dg(n, e), {
				color: r,
				radius: 1.6,
				alpha: .7,
				round: !0
			});
		});
		for (let n = 0; n < e.shape[0]; n++) {
			let i = r.values[n];
			a.strokeStyle = i < 0 ? s.primary : B(i, s.dark), a.lineWidth = 1.3, a.beginPath();
			let [o, l] = c.at(e.values[2 * n], e.values[2 * n + 1]), [u, d] = [0, 1].map((e) => Math.max(1, t.values[2 * n + e] * c.scale));
			a.ellipse(o, l, u, d, 0, 0, 2 * Math.PI), a.stroke();
		}
		a.restore(), c.axes(a, s, ["z₁", "z₂"]), this.figure.explain("Ellipses: posteriors q(z|x) of items, one σ wide. Dots: a code from each item, the aggregate posterior. Dashed: the prior at 1, 2 and 3 σ, which the dots should fill.");
	}
	drawPrior(e, t, n) {
		e.strokeStyle = n, e.lineWidth = 1, e.setLineDash([4, 4]), e.globalAlpha = .7;
		for (let n of [
			1,
			2,
			3
		]) e.beginPath(), e.arc(...t.at(0, 0), n * t.scale, 0, 2 * Math.PI), e.stroke();
		e.setLineDash([]), e.globalAlpha = 1;
	}
	groups(e) {
		let t = /* @__PURE__ */ new Map();
		return e.values.forEach((e, n) => t.set(e, [...t.get(e) ?? [], n])), t;
	}
};
function dg(e, t) {
	let n = new Float32Array(2 * t.length);
	return t.forEach((t, r) => n.set([e.values[2 * t], e.values[2 * t + 1]], 2 * r)), {
		values: n,
		shape: [t.length, 2]
	};
}
function fg(e) {
	let t = 0;
	for (let n = 0; n < e.length; n++) t = Math.max(t, Math.abs(e[n]));
	return Math.min(t, 12);
}
// src/lab2d/field.ts
function pg(e, t) {
	let n = Float32Array.from(e);
	if (t === "probability") return n.map((e) => Math.tanh(e / 2));
	let r = Float32Array.from(n).sort(), i = r[r.length >> 1], a = Math.max(r[r.length - 1] - i, i - r[0]) || 1;
	return n.map((e) => (e - i) / a);
}
var mg = 150;
function hg(e, t, [n, r], i) {
	e.width = r, e.height = n;
	let a = e.getContext("2d"), o = a.createImageData(r, n), [s, c] = [i.made, i.data].map(_g);
	t.forEach((e, t) => {
		let i = 4 * ((n - 1 - Math.floor(t / r)) * r + t % r);
		o.data.set(e < 0 ? s : c, i), o.data[i + 3] = Math.round(mg * Math.min(1, Math.abs(e)) ** .6);
	}), a.putImageData(o, 0, 0);
}
function gg(e, t) {
	let n = (n, r) => e[n * t + r], r = (e) => (e + .5) / t, i = [];
	for (let e = 0; e + 1 < t; e++) for (let a = 0; a + 1 < t; a++) {
		let t = [
			[a, e],
			[a + 1, e],
			[a + 1, e + 1],
			[a, e + 1]
		], o = [];
		t.forEach(([e, i], a) => {
			let [s, c] = t[(a + 1) % 4], [l, u] = [n(i, e), n(c, s)];
			if (l < 0 == u < 0) return;
			let d = l / (l - u);
			o.push(r(e + d * (s - e)), r(i + d * (c - i)));
		});
		for (let e = 0; e + 3 < o.length; e += 4) i.push(o.slice(e, e + 4));
	}
	return i;
}
function _g(e) {
	return [
		1,
		3,
		5
	].map((t) => parseInt(e.slice(t, t + 2), 16));
}
// src/lab2d/palette.ts
function vg(e) {
	return B(0, e.dark);
}
function yg(e) {
	return B(1, e.dark);
}
function bg(e) {
	return B(3, e.dark);
}
function xg(e, t) {
	return e === 0 ? {
		color: t.text,
		dash: []
	} : {
		color: B(2, t.dark),
		dash: [6, 4]
	};
}
// src/lab2d/dataSpace.ts
var Sg = 30, Cg = class {
	run;
	layers;
	figure;
	arrays = /* @__PURE__ */ new Map();
	data = null;
	field = document.createElement("canvas");
	ground = document.createElement("canvas");
	groundOf = "";
	constructor(e, t, n) {
		this.run = e, this.layers = t, this.figure = new xm(n, "The plane of the data");
	}
	show(e, t) {
		this.arrays = e, e.has("data") && ([this.data, this.groundOf] = [e.get("data"), ""]), this.figure.describe(`Data and samples in the plane. ${t}`), this.draw();
	}
	draw() {
		let e = this.arrays.get("square"), t = e && this.figure.begin();
		if (!e || !t) return;
		let { context: n, side: r } = t, i = L(this.figure.element), [a, o, s] = e.values, c = new cg(a, o, s, r), l = (e) => this.arrays.get(e), { layers: u } = this;
		n.save(), c.clip(n);
		let [d, f, p] = [
			l("field"),
			l("grid"),
			l("samples")
		];
		d && u.has("field") && this.drawField(n, c, d, i, [a, o]), f && u.has("grid") && rg(n, c, f, bg(i)), this.data && u.has("data") && this.drawData(n, c, this.data, vg(i)), p && u.has("samples") && eg(n, c, p, {
			color: yg(i),
			radius: 2.4,
			alpha: .8,
			round: !0
		}), u.has("pulls") && this.drawArrows(n, c, i), n.restore(), c.axes(n, i, ["x₁", "x₂"]), this.explain(c, p, i);
	}
	drawData(e, t, n, r) {
		let { canvas: i } = e, a = JSON.stringify([
			i.width,
			t,
			r
		]);
		if (a !== this.groundOf) {
			this.groundOf = a, this.ground.width = this.ground.height = i.width;
			let o = this.ground.getContext("2d");
			o.setTransform(e.getTransform()), eg(o, t, n, {
				color: r,
				radius: 1.3,
				alpha: 1
			});
		}
		let o = i.width / e.getTransform().a;
		e.globalAlpha = .55, e.drawImage(this.ground, 0, 0, o, o), e.globalAlpha = 1;
	}
	drawField(e, t, n, r, [i, a]) {
		let o = pg(n.values, this.run.outputs);
		hg(this.field, o, n.shape, {
			made: yg(r),
			data: vg(r)
		});
		let [s, c] = t.at(i - t.half, a + t.half), l = 2 * t.half * t.scale;
		e.imageSmoothingEnabled = !0, e.drawImage(this.field, s, c, l, l), e.strokeStyle = r.text, e.lineWidth = 1, e.globalAlpha = .5, e.beginPath();
		for (let [t, r, i, a] of gg(o, n.shape[0])) e.moveTo(s + t * l, c + (1 - r) * l), e.lineTo(s + i * l, c + (1 - a) * l);
		e.stroke(), e.globalAlpha = 1;
	}
	drawArrows(e, t, n) {
		e.strokeStyle = n.text, e.lineWidth = 1.2, e.globalAlpha = .85;
		let [r, i] = [this.arrays.get("pulls"), this.arrays.get("samples")], [a, o] = [this.arrays.get("items"), this.arrays.get("copies")], s = (e, t) => [e.values[2 * t], e.values[2 * t + 1]];
		if (r && i) for (let n = 0; n < r.shape[0]; n++) {
			let a = t.at(...s(i, n)), [o, c] = s(r, n), l = Math.hypot(o, c);
			if (l === 0) continue;
			let u = Sg * Math.tanh(l * t.half / 2.5) / l;
			ig(e, a, [a[0] + o * u, a[1] - c * u]);
		}
		else if (a && o) for (let n = 0; n < a.shape[0]; n++) ig(e, t.at(...s(a, n)), t.at(...s(o, n)));
		e.globalAlpha = 1;
	}
	explain(e, t, n) {
		let r = 0;
		for (let n = 0; t && n < t.shape[0]; n++) e.holds(t.values[2 * n], t.values[2 * n + 1]) || r++;
		let i = this.run.encodes ? "" : this.fieldWords();
		this.figure.explain(`${i}${r ? `${sf(r)} outside.` : ""}`.trim(), [
			{
				label: "data (squares)",
				color: vg(n),
				square: !0
			},
			{
				label: "samples (dots)",
				color: yg(n)
			},
			{
				label: "warped grid",
				color: bg(n)
			}
		]);
	}
	fieldWords() {
		return this.run.outputs === "probability" ? "Ground: blue where D believes it sees data, orange where samples, a line where it cannot tell. " : "Ground: blue where D scores high, orange where low, a line at the median. ";
	}
}, wg = 3.3, Tg = class {
	layers;
	figure;
	noise;
	lines = [];
	constructor(e, t) {
		this.layers = e, this.figure = new xm(t, "The plane of the noise"), this.figure.describe("Noise from the normal prior, and a grid whose cells hold equal shares of it.");
	}
	show(e) {
		this.noise || (this.noise = e.get("noise"), this.lines = Array.from(e.get("lines")?.values ?? []), this.draw());
	}
	draw() {
		let e = this.noise && this.figure.begin();
		if (!this.noise || !e) return;
		let { context: t, side: n } = e, r = L(this.figure.element), i = new cg(0, 0, wg, n);
		t.save(), i.clip(t), this.layers.has("grid") && this.drawGrid(t, i, bg(r)), this.layers.has("samples") && eg(t, i, this.noise, {
			color: yg(r),
			radius: 2.4,
			alpha: .8,
			round: !0
		}), t.restore(), i.axes(t, r, ["z₁", "z₂"]), this.figure.explain("Always the same noise. G carries each dot to a sample, and the grid, whose cells hold equal shares, to the warped grid.");
	}
	drawGrid(e, t, n) {
		e.strokeStyle = n, e.globalAlpha = .5, e.lineWidth = .8;
		let [r, i] = [this.lines[0], this.lines[this.lines.length - 1]];
		e.beginPath();
		for (let n of this.lines) e.moveTo(...t.at(n, r)), e.lineTo(...t.at(n, i)), e.moveTo(...t.at(r, n)), e.lineTo(...t.at(i, n));
		e.stroke(), e.globalAlpha = 1;
	}
}, Eg = class {
	rows = [];
	version = 0;
	add(e) {
		let t = e.shape[1];
		this.version += e.shape[0];
		for (let n = 0; n < e.shape[0]; n++) {
			let r = Array.from(e.values.slice(n * t, (n + 1) * t));
			for (; this.rows.length > 0 && this.rows[this.rows.length - 1][0] >= r[0];) this.rows.pop();
			this.rows.push(r);
		}
	}
	get last() {
		return this.rows[this.rows.length - 1] ?? null;
	}
}, Dg = class {
	number;
	lab;
	changed;
	element;
	track = new Eg();
	ended = !1;
	seenAlive = !1;
	standing = P("p", { class: "gl-lab-standing" }, "Waiting for its first picture…");
	words = P("p", {
		class: "gl-lab-words",
		role: "status"
	});
	heading;
	dataSpace;
	source;
	socket;
	constructor(e, t, n, r, i) {
		this.number = t, this.lab = n, this.changed = i, this.dataSpace = new Cg(e, r, `lab-data-${t}`), this.source = e.encodes ? new ug(`lab-codes-${t}`) : new Tg(r, `lab-noise-${t}`), this.heading = P("h2", {}, e.name);
		let a = P("div", { class: "gl-lab-planes" }, this.dataSpace.figure.element, this.source.figure.element), o = P("header", {}, this.heading, this.standing, this.words);
		this.element = P("section", {
			class: "gl-lab-corner",
			"data-testid": `lab-run-${t}`
		}, o, a), this.socket = new Qm(e.socket, {
			frame: (e) => this.show(e),
			lost: (e) => this.say(`The connection to the server was lost; trying again in ${e / 1e3} s.`),
			closed: () => this.end(),
			damaged: (e) => this.say(e.message)
		});
	}
	destroy() {
		this.socket.close();
	}
	draw() {
		if (this.lab.runs.length > 1) {
			let { color: e } = xg(this.number, L(this.element));
			this.heading.style.setProperty("--gl-swatch", e), this.heading.classList.add(this.number === 0 ? "gl-lab-solid" : "gl-lab-dashed");
		}
		this.dataSpace.draw(), this.source.draw();
	}
	show({ header: e, arrays: t }) {
		let n = t.get("scores");
		n && this.track.add(n);
		let r = `step ${e.step.toLocaleString("en")}`;
		if (t.size > 0) {
			this.element.dataset.step = String(e.step), this.element.dataset.frames = String(Number(this.element.dataset.frames ?? 0) + 1);
			let n = this.standingWords();
			F(this.standing, `S${r.slice(1)}${n && ` · ${n}`}`), this.dataSpace.show(t, `At ${r}: ${n}`), this.source.show(t, r);
		}
		this.say(Og(e.state ?? "running", e.error)), !e.state || !Nm(e.state) ? this.seenAlive = !0 : this.end(), this.changed();
	}
	standingWords() {
		let e = this.track.last;
		if (!e) return "";
		this.element.dataset.covered = String(e[2]);
		let t = this.lab.byModes ? "modes" : "cells";
		return `${I(e[2], 0)} of ${this.lab.parts} ${t} · ${I(100 * e[3], 0)} % good samples`;
	}
	say(e) {
		F(this.words, e);
	}
	end() {
		this.ended || (this.ended = !0, this.socket.close(), this.changed());
	}
};
function Og(e, t) {
	switch (e) {
		case "queued": return "Waits for a free place.";
		case "running": return "Training.";
		case "paused": return "Paused.";
		case "finished": return "Finished.";
		case "stopped": return "Stopped.";
		case "interrupted": return "Interrupted.";
		case "failed":
		case "broken": return `Failed. ${t ?? ""}`.trim();
	}
}
// src/lab2d/curves.ts
var kg = 44, [Ag, jg, Mg] = [
	10,
	8,
	32
], Ng = class {
	names;
	element = P("div", { class: "gl-lab-curves" });
	charts;
	constructor(e, t, n) {
		this.names = e;
		let r = n ? "Modes captured" : "Cells reached", i = n ? "within 3 σ of a mode" : "in a cell that holds data", a = [
			{
				column: 2,
				title: `${r} (of ${t})`,
				help: "Higher is better.",
				most: t,
				digits: 0
			},
			{
				column: 3,
				title: "Good samples (share)",
				help: `Share ${i}; higher is better.`,
				most: 1,
				digits: 2
			},
			{
				column: 4,
				title: "Reverse KL (nats)",
				help: "From samples to data; 0 is best.",
				digits: 2
			},
			{
				column: 5,
				title: "JS divergence (nats)",
				help: "0 is best, 0.69 the worst.",
				most: Math.LN2,
				digits: 2
			}
		];
		this.charts = a.map((e) => {
			let t = P("canvas", {
				role: "img",
				"aria-label": `${e.title}: nothing yet.`
			}), n = P("figcaption", {}, e.help), r = `lab-curve-${e.column - 2}`;
			return this.element.append(P("figure", { "data-testid": r }, P("h3", {}, e.title), t, n)), {
				score: e,
				canvas: t,
				caption: n
			};
		});
	}
	draw(e, t) {
		for (let { score: n, canvas: r } of this.charts) {
			let i = e.map((e, t) => {
				let r = e.last?.[n.column];
				return r === void 0 ? "" : `${this.names[t]} ${I(r, n.digits)}`;
			}), a = `${n.title}: ${i.filter(Boolean).join(", ") || "nothing yet"}.`;
			r.getAttribute("aria-label") !== a && r.setAttribute("aria-label", a), Pg(r, n, e, +!!t);
		}
	}
};
function Pg(e, t, n, r) {
	let [i, a] = [e.clientWidth, e.clientHeight];
	if (i === 0) return;
	let o = window.devicePixelRatio || 1;
	e.width !== Math.round(i * o) && (e.width = Math.round(i * o)), e.height !== Math.round(a * o) && (e.height = Math.round(a * o));
	let s = e.getContext("2d");
	s.setTransform(o, 0, 0, o, 0, 0), s.clearRect(0, 0, i, a);
	let c = L(e.closest("figure")), l = n.flatMap((e) => e.rows).filter((e) => Number.isFinite(e[t.column])), u = t.most ?? Math.max(.1, ...l.map((e) => e[t.column])), d = Math.max(r === 0 ? 100 : 1, ...l.map((e) => e[r])), f = (e) => kg + e / d * (i - kg - Ag), p = (e) => jg + (1 - e / u) * (a - jg - Mg);
	Fg(s, c, i, a, [0, u], d, r, t.digits), n.forEach((e, n) => {
		let { color: i, dash: a } = xg(n, c);
		s.strokeStyle = i, s.lineWidth = 2, s.lineJoin = "round", s.setLineDash(a), s.beginPath();
		let o = !1;
		for (let n of e.rows) {
			let e = n[t.column];
			Number.isFinite(e) && (o ? s.lineTo(f(n[r]), p(e)) : s.moveTo(f(n[r]), p(e)), o = !0);
		}
		s.stroke();
	}), s.setLineDash([]);
}
function Fg(e, t, n, r, [i, a], o, s, c) {
	let l = r - Mg;
	e.strokeStyle = t.border, e.lineWidth = 1, e.strokeRect(kg, jg, n - kg - Ag, l - jg), e.fillStyle = t.text, e.font = "12px system-ui, sans-serif", e.textBaseline = "middle", e.textAlign = "right", e.fillText(I(a, c), 39, jg + 6), e.fillText(I(i, c), 39, l - 4), e.textBaseline = "alphabetic", e.textAlign = "left", e.fillText("0", kg, r - 16), e.textAlign = "right";
	let u = s === 0 ? Math.round(o).toLocaleString("en") : I(o, 1);
	e.fillText(u, n - Ag, r - 16), e.textAlign = "center", e.fillText(s === 0 ? "step" : "seconds of training", (kg + n) / 2, r - 3);
}
// src/lab2d/layers.ts
var Ig = [
	"data",
	"samples",
	"field",
	"grid",
	"pulls"
], Lg = {
	data: ["Data", "The points to learn from: small squares."],
	samples: ["Samples", "What the model makes of noise that stays the same: round dots."],
	field: ["D's field", "GAN: where the discriminator sees data (blue) and where samples (orange)."],
	grid: ["Warped grid", "An even grid of the noise, as the model carries it over: dense where it puts many samples. Where classes are told, of the first."],
	pulls: ["Arrows", "GAN: the way down the generator's loss, long where it is steep. VAE: from an item to its copy."]
}, Rg = class {
	element = P("fieldset", { class: "gl-lab-layers" }, P("legend", {}, "Show"));
	on = new Set(Ig);
	constructor(e) {
		for (let t of Ig) {
			let [n, r] = Lg[t], i = P("input", {
				type: "checkbox",
				checked: !0
			});
			i.addEventListener("change", () => {
				i.checked ? this.on.add(t) : this.on.delete(t), e();
			}), this.element.append(P("label", { title: r }, i, ` ${n}`));
		}
	}
	offerField(e) {
		this.element.querySelectorAll("label")[Ig.indexOf("field")].hidden = !e;
	}
	has(e) {
		return this.on.has(e);
	}
}, zg = "\n.gl-lab { container-type: inline-size; }\n.gl-lab-layers { border: 0; margin: 0 0 0.6rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; }\n.gl-lab-layers legend { float: left; padding: 0; margin-right: 0.2rem; font-weight: 600; }\n.gl-lab-layers label { cursor: pointer; min-height: 24px; }\n.gl-lab-layers input { accent-color: var(--gl-primary); width: 1.05em; height: 1.05em; vertical-align: -0.15em; margin: 0; }\n.gl-lab :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }\n.gl-lab-ring { display: grid; gap: 1rem 1.5rem; grid-template-columns: minmax(0, 1fr); }\n.gl-lab-race .gl-lab-ring { grid-template-columns: repeat(2, minmax(0, 1fr)); }\n.gl-lab-corner header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; margin-bottom: 0.4rem; }\n.gl-lab-corner h2 { font-size: 1.1rem; font-weight: 600; margin: 0; padding: 0; overflow-wrap: anywhere; }\n.gl-lab-solid::before, .gl-lab-dashed::before {\n  content: \"\"; display: inline-block; width: 1.6em; margin-right: 0.4em; vertical-align: 0.25em;\n  border-top: 3px solid var(--gl-swatch, currentColor);\n}\n.gl-lab-dashed::before { border-top-style: dashed; }\n.gl-lab-corner p { margin: 0; }\n.gl-lab-standing { font-variant-numeric: tabular-nums; font-weight: 600; }\n.gl-lab-race .gl-lab-standing { flex-basis: 100%; order: 1; } /* two headers of one height, whatever the names */\n.gl-lab-planes { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }\n.gl-lab-planes figure { max-width: 31rem; }\n.gl-lab-stage { display: grid; gap: 1rem 2rem; grid-template-columns: minmax(0, 1fr); align-items: start; }\n@container (min-width: 64rem) { .gl-lab:not(.gl-lab-race) .gl-lab-stage { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); } }\n.gl-lab-curves {\n  display: grid; gap: 0.8rem 1.2rem;\n  grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));\n}\n.gl-lab-curves canvas { aspect-ratio: auto; height: 9.5rem; }\n@container (max-width: 40rem) { .gl-lab-race .gl-lab-ring { grid-template-columns: minmax(0, 1fr); } }\n";
// src/lab2d/mountLab.ts
function Bg(e, t, n) {
	let r = P("div", { class: "gl-live gl-lab" }), i = P("style", {}, $m + zg);
	e.append(i, r);
	let a = null, o = new Rg(() => a?.draw());
	a = new Vg(r, t, o, n);
	let s = t.key;
	return {
		update(e) {
			(e.key !== s || a?.goesOn(e)) && (s = e.key, a?.destroy(), a = new Vg(r, e, o, n));
		},
		destroy() {
			a?.destroy(), i.remove(), r.remove();
		}
	};
}
var Vg = class {
	root;
	host;
	corners;
	curves;
	sizes;
	forgetTheme;
	asked = 0;
	drawn = 0;
	told = !1;
	constructor(e, t, n, r) {
		this.root = e, this.host = r;
		let i = t.runs.map((e) => e.name);
		this.curves = new Ng(i, t.parts, t.byModes), this.corners = t.runs.map((e, r) => new Dg(e, r, t, n, () => this.changed())), n.offerField(t.runs.some((e) => !e.encodes));
		let a = P("div", { class: "gl-lab-ring" }, ...this.corners.map((e) => e.element));
		e.classList.toggle("gl-lab-race", t.runs.length > 1), e.replaceChildren(n.element, P("div", { class: "gl-lab-stage" }, a, this.curves.element)), this.sizes = new ResizeObserver(() => this.draw()), this.sizes.observe(a), this.forgetTheme = ir(e, () => this.draw());
	}
	draw() {
		this.corners.forEach((e) => e.draw()), this.drawCurves();
	}
	goesOn(e) {
		return e.runs.some((e, t) => e.alive && this.corners[t].ended);
	}
	destroy() {
		cancelAnimationFrame(this.asked), this.corners.forEach((e) => e.destroy()), this.sizes.disconnect(), this.forgetTheme(), this.root.replaceChildren();
	}
	changed() {
		let e = this.corners.reduce((e, t) => e + t.track.version, 0);
		e !== this.drawn && (this.drawn = e, cancelAnimationFrame(this.asked), this.asked = requestAnimationFrame(() => this.drawCurves())), this.corners.every((e) => e.ended) && !this.told && this.corners.some((e) => e.seenAlive) && (this.told = !0, this.host.ended(!0));
	}
	drawCurves() {
		this.curves.draw(this.corners.map((e) => e.track), this.corners.length > 1);
	}
};
export { Yh as mountCloud, _m as mountExplorer, Bg as mountLab, eh as mountLive, Eh as mountTour };
